# How texts are recognised, and what is said of it. The first ones are lists of words, parted by blanks and never shown:
# what denies, what tells of a failure, what names what is wrong, what the machine is called, what it is all about, what carries
# nothing by itself, what may stand between a denial and what it denies. Codes stand in texts of any language, so words of languages that have no translation stand here too.

match-denials = not no never unable cannot cant couldnt doesnt dont didnt isnt wasnt arent werent hasnt havent wont without nor neither unlike except instead longer kein keine keinen keiner nicht sans pas aucun aucune na nai nont sin ningun sem nao nessun nie bez yok
# Which of these deny only what stands behind them.
match-forward = without unlike except instead neither sans sin sem senza bez zonder
match-failures = failed fails fail failing failure failures unsuccessful unsuccessfully
match-errors = error errors
match-machines = vm vms machine machines
match-subjects = backup backups
match-fillers = a an the any of to in on at for with by from as and or so is are was were be been being has have had having do does did it its this that these those there virtual service services tritt
match-links = which see seen get got gets show shows shown seem seems look looks like really just same exact code codes message messages called named our your their us we you they than rather related caused due about lerreur derreur lerrore dellerrore plus fehler error erreur ist sind wurde wurden ware nun jetzt inzwischen wieder est sont ete été ont desormais maintenant esta está estan están fue fueron sido ya e è stato stata foi foram jest zostal zostalo je byl bylo werd werden
# What tells that something is over. The words of one expression are joined by a plus sign.
match-solved = gone can+be+closed kann+geschlossen+werden kann+zu peut+être+fermé puede+cerrarse se+puede+cerrar not+on+our+side only+curious just+curious nur+interesse wir+haben+es+nicht wir+haben+das+nicht we+do+not+have+this we+dont+have+this we+do+not+have+it we+dont+have+it messages+stopped errors+stopped error+stopped alerts+stopped stopped+appearing stopped+occurring is+history resolved fixed solved cleared disappeared vanished repaired sorted went+away no+longer+appears no+longer+occurs no+longer+happens no+longer+shows no+longer+seen no+longer+present behoben gelöst beseitigt erledigt verschwunden gefixt ist+weg war+weg nicht+mehr+auf nicht+mehr+da résolu résolue résolus corrigé corrigée réglé réglée disparu disparue napparaît+plus se+produit+plus resuelto resuelta resueltos solucionado solucionada corregido corregida arreglado arreglada desaparecido desapareció ya+no+aparece ya+no+sale ya+no+ocurre ya+no+se risolto risolta risolti sistemato scomparso scomparsa sparito sparita appare+più compare+più presenta+più resolvido resolvida corrigido corrigida desapareceu sumiu aparece+mais ocorre+mais já+não+aparece rozwiązany rozwiązana rozwiązane rozwiązano naprawiony naprawiona naprawione naprawiono usunięty zniknął zniknęła już+nie+występuje już+nie+pojawia nie+pojawia+się+już już+się+nie+pojawia vyřešen vyřešena vyřešeno opraven opravena opraveno odstraněn odstraněna zmizel zmizela už+se+neobjevuje již+se+neobjevuje opgelost verholpen verdwenen hersteld niet+meer+voor çözüldü giderildi düzeltildi düzeldi kayboldu artık+görünmüyor artık+yok artık+oluşmuyor 解決しました 解決した 解決済 解決され 解消しました 解消した 解消済 解消され 直りました 出なくなり 出なくなった 発生しなくなり 修正されました 対応済み 已解决 已经解决 已修复 已经修复 已消失 不再出现 不再发生 解决了 修好了 得到解决 已解決 已修復 해결되었습니다 해결됐습니다 해결되었음 해결됨 해결되어 해결했습니다 해결+되었습니다 사라졌습니다 더+이상+발생하지 더+이상+나타나지
# What tells that something was so, or is something else, right beside it.
match-past = previously formerly used different
# What tells that a backup is none of an Azure VM, wherever in a text that stands.
match-elsewhere = physical+server physical+machine physical+host bare+metal on+premises+server on+premise+server server+is+on+premises no+azure+vm not+an+azure+vm not+in+azure mars+agent mars+console mars+client azure+backup+mars marsagentinstaller azure+backup+server system+center+dpm dpm+server dpm+console mabs+server mabs+console data+protection+manager files+and+folders physischer+server physischen+server kein+azure+vm keine+azure+vm serveur+physique pas+une+vm+azure servidor+físico no+es+una+vm+de+azure server+fisico serwer+fizyczny serwerze+fizycznym fyzický+server fyzickém+serveru fysieke+server fiziksel+sunucu 物理サーバー 物理服务器 물리+서버
# What a service runs on, what tells that it was removed, and what it does to a VM that is another service's to back up.
match-hosts = server servers host hosts node nodes
match-removed = removed uninstalled
match-replicated = replicated
# What the buttons of a page say.
match-buttons = cancel refresh rerun view error errors details job export feedback help filter edit columns abbrechen aktualisieren hilfe annuler actualiser aide cancelar actualizar atualizar annulla aggiorna anuluj odśwież zrušit annuleren vernieuwen キャンセル 取消
# What ends a mail; the names that follow up to a blank line are those of who wrote it.
match-closings = regards sincerely greetings grüßen gruß grüße cordialement salutations saludos
# What leaves open whether it is over.
match-open = be cannot cant not never could can should must will would still nicht noch muss müssen soll sollte kann wird pas doit peut sera no+está no+esta no+se no+ha no+fue aún+no todavía+no debe puede será non deve può sarà não pode nie musi może není nelze musí niet moet kan zal yok değil 未 没有 还没 않 아직 否
# What tells that it came back.
match-again = is+back came+back has+returned have+returned is+here+again ist+wieder+da kam+wieder ist+zurück est+revenu est+revenue está+de+vuelta ha+vuelto volvió è+tornato voltou wrócił wróciła vrátil vrátila is+terug geri+geldi
# What joins a subject to what is said of it; what begins the name of a thing; what joins things; what begins a clause,
# behind which the sentence may go on, and may not; what stands for somebody.
match-is = is are was were been being has have had got ist sind war wurde wurden est sont était été está están fue ha han sido è sono stato stata foi foram jest są został została zostało je byl byla bylo werd werden zijn
match-articles = a an the this our their my your his these those der die das den dem des ein eine einen einem einer unser unsere le la les l un une notre nos el los las una nuestro nuestra il lo gli os um uma nosso nossa de het een onze bir
match-joins = and or und oder sowie et ou y e i oraz lub nebo
match-clauses = after since nachdem seit seitdem après depuis después desde dopo depois odkąd poté nadat sinds sonra
match-contrasts = but although though because while until before however when so aber obwohl weil während bis bevor jedoch deshalb mais parce quand car puisque donc pero aunque porque mientras hasta cuando ma però perché quando mas embora ale choć chociaż ponieważ gdy kiedy protože ačkoli když maar omdat terwijl ama çünkü 但 可是 しかし 하지만
match-pronouns = i we you he she it they ich wir sie es er man je nous vous on il elle yo nosotros usted io noi voi eu nós você ja já ik wij jij ben biz
# What makes of what follows a condition; the same right before it; and of what stands before.
match-ifs = if worry+about watch+out+for rechnen+müssen would+fail would+lead would+cause would+end would+result would+give will+lead+to could+lead+to can+lead+to may+lead+to might+lead+to could+fail+with can+fail+with may+fail+with might+fail+with will+fail+with could+cause may+cause might+cause würde würden könnte+zu kann+zu können+zu échouerait échoueraient provoquerait pourrait+provoquer peut+provoquer fallaría fallarían provocaría puede+provocar fallirebbe fallirebbero causerebbe può+causare falharia falhariam causaria pode+causar skutkowałoby mogłoby selhalo+by zou zouden some+people other+people some+customers other+customers in+a+forum on+a+forum would+we+run+into will+we+run+into could+we+run+into would+we+get will+we+get could+we+get can+we+get might+we+get may+we+get would+we+see will+we+see could+we+see might+we+see könnten+wir können+wir pourrait+on podríamos manche+leute einige+leute andere+kunden in+einem+forum certaines+personnes sur+un+forum dans+un+forum algunas+personas en+un+foro alcune+persone in+un+forum algumas+pessoas num+fórum na+forum niektórzy na+fóru op+een+forum sommige+mensen whenever suppose plan+to plans+to planning+to planned+to going+to+add want+to+add would+like+to alert+rules+for alerts+for planen geplant prévoyons+de prévu+de pensamos+añadir previsto+añadir prevediamo when+you when+it+says falls wenn sofern si+vous si+le si+la si+on si+un si+une si+lerreur lorsque+vous siempre+que si+aparece si+sale si+el si+ves si+alguna si+se qualora se+compare se+appare se+dovesse se+vedi caso+apareça se+aparecer se+surgir se+vir jeśli jeżeli gdyby pokud jestliže kdyby indien als+u als+je als+de eğer 如果 若 万一 一旦 もし 万が一 만약 만일
match-ifs-before = should detect detects handle handles ignore ignores map maps describes documents covers explains erkennt behandelt ignoriert si se in+case in+the+event sollte sollten im+falle en+cas au+cas en+caso+de in+caso nel+caso em+caso caso+ocorra caso+surja w+razie w+przypadku v+případě mocht mochten in+geval
# What tells that backups work; that this was otherwise before; what names backups, or all there is; and what is not meant.
match-works = green run+again runs+again running+again fine good ok okay clean stable works working worked successful successfully succeeded succeeds succeeding completed completes completing passes passing grün grüne grünen gut erfolgreich durch läuft laufen klappt klappen funktioniert funktionieren fehlerfrei fonctionne fonctionnent marche marchent passe passent réussit réussissent réussie réussies vert verte verts vertes funciona funcionan correctamente verde verdes bien éxito funziona funzionano successo verdi bene sucesso bem działa działają zielone poprawnie funguje fungují zelené pořádku werkt werken groen goed geslaagd çalışıyor başarılı yeşil sorunsuz 正常 成功 정상 성공
match-turned = since now again rerun reran retried repeated erneut wiederholt relancé relancée afterwards meanwhile thereafter seit seitdem seither jetzt nun inzwischen mittlerweile wieder depuis maintenant désormais nouveau ahora desde nuevo ora adesso allora nuovo agora novamente novo teraz odtąd czasu znów znowu teď nyní dobu znovu opět nu sindsdien weer şimdi artık tekrar beri 以来 以降 現在 今は 现在 目前 之后 이후 이제 지금
match-runs = backup backups job jobs run runs all everything sicherung sicherungen backups läufe alle alles jobs sauvegarde sauvegardes tout tous toutes copia copias todo todas todos tutto tutti backupy wszystko zálohy záloha vše všechno alles yedekleme yedeklemeler her+şey バックアップ 备份 備份 백업
match-else = other others else rest except andere anderen übrigen sonst autres autre reste otras otros otra demás altre altri resto outros outras inne pozostałe ostatní andere overige diğer 他の 其他
# What tells that something was so long ago, what stands before the year of it, and what tells that it is so today.
match-long-ago = last+month last+year last+quarter last+spring last+summer last+autumn last+fall last+winter months+ago month+ago years+ago year+ago weeks+ago in+spring in+summer in+autumn in+winter letzten+monat vorigen+monat letztes+jahr voriges+jahr vergangenen+monat vor+monaten im+frühjahr im+sommer im+herbst im+winter mois+dernier lannée+dernière an+dernier quelques+mois quelques+semaines mes+pasado año+pasado hace+meses hace+semanas mese+scorso lanno+scorso anno+scorso mês+passado ano+passado zeszłym+miesiącu zeszłym+roku minulý+měsíc minulém+měsíci loni vorige+maand vorig+jaar geçen+ay geçen+yıl 先月 昨年 去年 上个月 上個月 지난달 지난해 작년 in+january in+february in+march in+april in+may in+june in+july in+august in+september in+october in+november in+december im+januar im+februar im+märz im+april im+mai im+juni im+juli im+august im+september im+oktober im+november im+dezember en+janvier en+février en+mars en+avril en+mai en+juin en+juillet en+août en+septembre en+octobre en+novembre en+décembre en+enero en+febrero en+marzo en+abril en+mayo en+junio en+julio en+agosto en+septiembre en+octubre en+noviembre en+diciembre w+styczniu w+lutym w+marcu w+kwietniu w+maju w+czerwcu w+lipcu w+sierpniu w+wrześniu w+październiku w+listopadzie w+grudniu em+janeiro em+fevereiro em+março em+abril em+maio em+junho em+julho em+agosto em+setembro em+outubro em+novembro em+dezembro
match-in-year = in im jahr en nel w
match-today = again still tonight today now yet every each nightly daily started began keeps keep heute wieder immer jetzt jede jeden jedes ständig aujourdhui encore toujours chaque hoy todavía sigue siguen cada ahora oggi ancora ogni adesso hoje ainda agora dziś dzisiaj nadal znowu każdej dnes stále opět každou vandaag nog steeds elke bugün hâlâ her 今日 今夜 また 毎晩 今天 仍然 每天 오늘 다시 매일
# What refers to other places of a document.
match-see-also = see+also tags keywords from+the+docs from+the+documentation typical+error typical+errors top+errors frequent+errors stichwörter schlagwörter laut+doku typische+fehler erreurs+typiques errores+típicos errori+tipici related+errors related+codes related+articles common+error common+errors possible+errors possible+error known+errors error+reference siehe+auch vgl häufige+fehler häufige+fehlercodes mögliche+fehlercodes voir+aussi erreurs+courantes véase+también errores+comunes vedi+anche errori+comuni veja+também erros+comuns zobacz+też zobacz+także viz+též viz+také zie+ook ayrıca+bkz 関連項目 另请参阅 참고+항목 retry+on retries+on retryon retried+on retryable retriable ignorecodes suppress transient wiederholt+bei wiederholen+bei réessaie+sur reintenta+con ritenta+su
# What begins a sentence about what the one before it names.
match-refers = it this that issue problem das dies es ceci cela ça cest esto eso ya questo isso isto to dit bu これは これ 这 这个 已 이
# The field of a ticket that says how it stands, and what that says.
match-ticket-fields = state status resolution zustand état estado stato stav durum 状態 状态 상태
match-ticket-over = resolved closed solved done fixed gelöst geschlossen erledigt résolu fermé clos resuelto cerrado risolto chiuso resolvido fechado zamknięte rozwiązane vyřešeno uzavřeno opgelost gesloten çözüldü kapatıldı 解決済み クローズ 已解决 已关闭 해결됨
match-ticket-open = open unresolved reopened new active progress in+progress pending hold on+hold assigned offen neu in+bearbeitung ouvert en+cours abierto aperto aberto otwarte otevřeno
# What asks what an error means, and whose words tell that somebody has it.
match-means = mean means meaning stand+for bedeutet heißt bedeuten signifie significa quiere+decir vuol+dire quer+dizer znaczy oznacza znamená betekent anlama anlamı 意味 什么意思 是什么 의미
match-own = i we our my us me im ive were weve wir ich unser unsere unserem unserer mein meine meiner mir uns je nous notre nos mon ma yo nosotros nuestra nuestro nuestras mi noi nostra nostro mia mio nós nossa nosso minha meu nasza nasz moja mój mamy naše náš máme moje onze ons wij mijn bizim bizde 私 弊社 当社 我们 我的 우리 tonight yesterday gestern hier ayer ieri ontem wczoraj včera gisteren dün 昨日 昨夜 昨天 어제

# What asks whether something is so, in the words of a condition.
match-asks = know tell ask asking wonder wondering check sure idea clear savoir sais dire saber sabe decir sapere dire wiedzieć vědět weten
match-ifs-behind = の場合 た場合 る場合 表示されたら 発生したら 出たら 的情况下 경우 경우에 경우에는 발생하면 나타나면 표시되면 durumunda görünürse çıkarsa oluşursa alırsanız görürseniz

# What is a part of a document, and what tells that somebody edited it.
match-chapters = section sections chapter chapters heading abschnitt kapitel überschrift chapitre rubrique sección apartado capítulo sezione capitolo seção secção rozdział sekcja sekcji kapitola sekce hoofdstuk sectie bölüm セクション 章节 섹션
match-edits = now+links+to new+screenshot new+screenshots was+shortened was+reworded was+rewritten neues+bildschirmfoto neuen+screenshot wurde+gekürzt wurde+umformuliert wurde+überarbeitet nouvelle+capture nueva+captura nuova+schermata
# What tells that something comes up.
match-happens = happen occur appear arise come+up show+up pop+up auftreten auftauchen vorkommen apparaître survenir arriver se+produire ocurrir aparecer producirse salir verificarsi comparire apparire presentarsi ocorrer acontecer surgir wystąpić pojawić nastat objevit optreden voorkomen ortaya+çıkabilir
# The field of a mail that says what it is about, and what tells that who writes takes the case for done.
match-titles = subject betreff objet asunto oggetto assunto temat předmět onderwerp konu 件名 主题 제목
match-shuts = closing+this for+the+record all+backups+are+green all+jobs+are+green all+backups+are+ok all+backups+are+fine all+backups+are+back alle+sicherungen+laufen+wieder alle+backups+laufen+wieder alle+backups+sind+grün alle+sicherungen+sind+grün todas+las+copias+están+bien tutti+i+backup+sono+verdi no+further+action no+further+steps keine+weiteren+maßnahmen kein+weiterer+handlungsbedarf aucune+action+supplémentaire sin+más+acciones closing+this+one closing+this+ticket closing+this+case closing+this+incident closing+the+ticket closing+the+case closing+the+incident schließe+das+ticket schließen+das+ticket schließe+den+fall clôture+le+ticket clôturons+le+ticket ferme+le+ticket cierro+el+ticket cerramos+el+ticket chiudo+il+ticket chiudiamo+il+ticket fecho+o+chamado encerro+o+chamado zamykam+zgłoszenie zamykamy+zgłoszenie uzavírám+tiket uzavírám+požadavek sluit+het+ticket sluit+dit+ticket

match-high = certain
match-medium = likely
match-low = possible
match-by-code = by its code: { $words } ({ $place })
match-by-message = by its message: { $words } ({ $place })
match-by-number = by its number: { $words } ({ $place })
match-by-finding = by a finding: { $words } ({ $place })
match-by-behind = it may be the cause of the failure in the text: { $words } ({ $place })
match-findings = Findings from the evidence:
match-finding = { $question } { $answer }: { $words } ({ $place })
match-contradiction = { $question } The evidence is contradictory:
match-values = Values for the commands:
match-go-on = To continue, run: { $command }
match-damaged = { $at }: the JSON is damaged here. It was read as far as possible, so answers can be missing.
match-nothing = No known problem was found in this text. Provide the error code, the message of the failed job, or the output of a command. To see all codes, use { $list }.
match-unnamed = The findings answer questions of the guides, but no error code or message was recognized. Provide the error code or the message of the failed job too. To see all codes, use { $list }.
match-sure = Recognized ({ $sure }):
