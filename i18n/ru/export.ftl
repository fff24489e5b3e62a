# Слова экспорта и дерева, напечатанного текстом. Код, ссылки и выделенное подставляются через переменные.

export-values = Значения
export-value-name = Имя
export-value = Значение

export-found = Что выяснено
export-question = Вопрос
export-answer = Ответ
export-cause = Причина: { $cause }
export-nothing-found = На вопросы еще не отвечали.

export-steps = Что сделать
export-no-steps = По этим ответам пока нет ни одного шага.
export-in-all = всего: { $time }
export-needs = Прежде чем начать:
export-worked = Признак успеха:
export-noted = Заметка:
export-links = Что прочитать: { $links }

export-open = Что осталось
export-nothing-open = Ничего не осталось.
export-open-steps = Шагов без отметки: { $open } из { $all }. Примерное время на оставшееся: { $time }.
export-open-question = Следующий вопрос: { $question }
export-find-out = Как это узнать:
export-unfilled = Эти значения еще не указаны, поэтому вместо них стоят их имена:

export-outcome = Состояние
export-unfinished = Пока не решено: остался вопрос без ответа.
export-then = Затем снова ответьте на этот вопрос, и работа продолжится: { $question }
export-logs = Журналы, которые нужно приложить:
export-ids = По чему найти этот случай:

export-sources = Источники
export-document = { $document }, документ от { $dated }; { $checked } сверен с самой новой копией от { $newest }.
export-basis = { $what }, проверено { $checked }
export-basis-newer = { $what }, добавлено после статьи Майкрософт ({ $since }), проверено { $checked }
export-guide = Руководство { $guide }, редакция { $revision }.

export-names = По чему найти этот случай
export-tried = Что уже сделано
export-nothing-tried = Ни один шаг не отмечен.
export-step = Шаг
export-result = Результат
export-left = Какие шаги остались
export-nothing-left = Шагов не осталось.
export-attach = Какие журналы приложить
export-paste = Готовый текст обращения
export-paste-error = Резервное копирование виртуальной машины Azure завершается ошибкой { $code }: { $message }
export-paste-tried = Что уже сделано:

export-name = Случай:
export-aside = Сохранено на потом
export-aside-why = Эти ответы, отметки и заметки относятся к местам, куда ответы выше не ведут; они снова будут учтены, как только путь приведет туда.
export-place = Место
export-kept = Что сохранено

export-resumed-absent = В файле нет сохраненного случая, поэтому взято то, что видно в тексте: проверьте отметки и заметки, прежде чем продолжить.
export-resumed-damaged = Случай, сохраненный в файле, поврежден, поэтому взято то, что видно в тексте: проверьте отметки и заметки, прежде чем продолжить.
export-resumed-newer = Случай в файле сохранен более новой версией программы, поэтому взято то, что видно в тексте.
export-resumed-done = Отмечено в тексте, поэтому теперь сделано: { $what }
export-resumed-todo = Отметка в тексте снята, поэтому это снова нужно сделать: { $what }
export-resumed-unknown = Такого шага в этом случае нет, поэтому пункт пропущен: { $what }
export-resumed-missing = { $count ->
    [one] В тексте нет { $count } шага этого случая; его отметка осталась прежней.
    [few] В тексте нет { $count } шагов этого случая; их отметки остались прежними.
    [many] В тексте нет { $count } шагов этого случая; их отметки остались прежними.
   *[other] В тексте нет { $count } шага этого случая; их отметки остались прежними.
}
export-resumed-row = В таблицах текста здесь сказано другое, но в случае всё осталось как было: { $what }
export-resumed-kept = В таблицах текста этого больше нет, но в случае оно остается: { $what }
export-resumed-deleted = Удалено из текста, поэтому удалено и из случая: { $what }
export-resumed-value = Это значение пропущено: оно нарушает правила имен Azure или не нужно ни одной команде: { $what }

questions-use = Впишите между кавычками идентификатор варианта: идентификаторы стоят после каждой строки, их значение — над ней. Пустое значит, что ответа нет; список шагов доходит туда, куда ведут ответы.
questions-unsure = Ответ { $unsure } означает, что вы не знаете.
questions-places = Ключ с косыми чертами относится к одному месту дерева, потому что этот вопрос задается заново после каждого исправления. Затем запишите список шагов командой:

show-codes = Код:
show-aliases = Другие написания:
show-id = Имя в программе:
show-category = Раздел:
show-message = Сообщение:
show-means = Значение:
show-side = Сообщает:
side-vm = то, что работает внутри ВМ: агент ВМ, расширение резервного копирования, Windows или Linux
side-backup = служба Azure Backup
side-compute = вычислительная платформа Azure, которая создает снимки и ВМ
side-storage = учетные записи хранения и диски
side-subscription = параметры подписки: квоты, блокировки, политики и разрешения
show-tree = Путь к решению
show-causes = Причины
show-questions = Вопросы
show-remedies = Способы исправления
show-handovers = Кто действует дальше
show-variables = Значения в командах
show-variable = { $what }, например { $example }
show-limits = Числа и их даты
show-newer = в более позднем источнике: { $value } ({ $dated })
show-origin = Сверено с источником { $checked }:
show-ask = Вопрос: { $what }
show-ask-anew = Вопрос, заданный заново: { $what }
show-do = Исправление: { $what }
show-then = далее
show-walk = Причина: { $what }
show-routine = Порядок действий: { $what }
show-renamed = Здесь вместо значения { $name } берется { $value }.
show-exit = Выход из причины: { $what }
show-end = Конец: { $what }
show-as-if = { $unsure }, как при ответе { $option }
show-advised = (рекомендуется)

export-carries = Скрытый комментарий ниже содержит весь случай: значения, ответы, отметки, заметки и данные. Благодаря ему с этим файлом можно продолжить работу. Удаленное из текста выше остается в комментарии. Чтобы передать файл без него, удалите комментарий или экспортируйте файл снова без случая.

export-evidence = Что говорят данные
export-evidence-kept = { $question } **{ $answer }**, источник: { $place }: { $words }
export-evidence-overruled = { $question } **{ $answer }**, источник: { $place }: { $words }. Отклонено человеком, его ответ: **{ $given }**
export-evidence-unasked = { $question } **{ $answer }**, источник: { $place }: { $words }. Вопрос пока не задавался.
export-evidence-others = Все остальные ответы дал человек.

# Команды, которые собирают данные

collect-use = Выполните команды там, куда у вас есть доступ. Они только читают и ничего не меняют. Сначала замените то, что стоит в угловых скобках.
collect-look = Пришлите весь вывод каждой команды; можно в одном файле. Команда, которая не удалась, тоже о чем-то говорит.
collect-private = Просмотрите вывод перед отправкой: в нем есть имена, адреса и идентификаторы.
collect-where = { $via ->
    [az] Azure CLI на рабочем месте или в Cloud Shell (Bash)
    [powershell] Azure PowerShell на рабочем месте или в Cloud Shell, если нет Azure CLI
    [windows] PowerShell от имени администратора внутри ВМ с Windows
   *[linux] Оболочка с правами root внутри ВМ с Linux
}: { $reader ->
    [program] вывод читает эта программа
   *[person] вывод читает человек
}
