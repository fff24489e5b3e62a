# How texts are recognised, and what is said of it. The first nine are lists of words, parted by blanks and never shown:
# what denies, what tells of a failure, what names what is wrong, what the machine is called, what it is all about, what carries
# nothing by itself, what may stand between a denial and what it denies, what tells that something is over, and what leaves that
# open. Codes stand in texts of any language, so words of languages that have no translation stand here too.

match-denials = not no never unable cannot cant couldnt doesnt dont didnt isnt wasnt arent werent hasnt havent wont without nor neither unlike except instead longer kein keine keinen keiner nicht sans pas aucun aucune na nai nont sin ningun sem nao nessun nie bez yok
match-failures = failed fails fail failing failure failures unsuccessful unsuccessfully
match-errors = error errors
match-machines = vm vms machine machines
match-subjects = backup backups
match-fillers = a an the any of to in on at for with by from as and or so is are was were be been being has have had having do does did it its this that these those there virtual service services tritt
match-links = which see seen get got gets show shows shown seem seems look looks like really just same exact code codes message messages called named our your their us we you they than rather related caused due about lerreur plus fehler error erreur ist sind wurde wurden ware nun jetzt inzwischen wieder est sont ete été ont desormais maintenant esta está estan están fue fueron sido ya e è stato stata foi foram jest zostal zostalo je byl bylo werd werden
match-solved = gone resolved fixed solved cleared disappeared vanished previously formerly used different behoben gelöst beseitigt erledigt résolu résolue corrigé corrigée resuelto resuelta solucionado solucionada corregido corregida risolto risolta resolvido resolvida corrigido corrigida rozwiązany rozwiązane rozwiązano naprawiony opgelost verholpen vyřešen vyřešena opraven
# What a service runs on, what tells that it was removed, and what it does to a VM that is another service's to back up.
match-hosts = server servers host hosts node nodes
match-removed = removed uninstalled
match-replicated = replicated
# What ends a mail; the names that follow up to a blank line are those of who wrote it.
match-closings = regards sincerely greetings grüßen gruß grüße cordialement salutations saludos
match-open = to be cannot cant not never nicht pas no non nie niet

match-high = certain
match-medium = likely
match-low = possible
match-by-code = by its code: { $words } ({ $place })
match-by-message = by its message: { $words } ({ $place })
match-by-number = by its number: { $words } ({ $place })
match-findings = Findings from the evidence:
match-finding = { $question } { $answer }: { $words } ({ $place })
match-contradiction = { $question } The evidence is contradictory:
match-values = Values for the commands:
match-go-on = To continue, run: { $command }
match-damaged = { $at }: the JSON is damaged here. It was read as far as possible, so answers can be missing.
match-nothing = No known problem was found in this text. Provide the error code, the message of the failed job, or the output of a command. To see all codes, use { $list }.
match-sure = Recognized ({ $sure }):
