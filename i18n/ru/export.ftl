# Слова экспорта и дерева, напечатанного текстом. Код, ссылки и выделенное подставляются через переменные.

export-vm = ВМ { $vm }
export-left-steps = осталось шагов: { $open } из { $all }, примерно { $time }
export-written = { $day } { $time } UTC
export-program = Backup Medic { $version }, руководство { $guide }, редакция { $revision }
export-values = Значения
export-value-name = Имя
export-value = Значение

export-found = Что выяснено
export-question = Вопрос
export-answer = Ответ
export-cause = Причина: { $cause }
export-nothing-found = На вопросы еще не отвечали.

export-steps = Что сделать
export-no-steps = При этих ответах шагов пока нет.
export-plan-commands = Чтобы увидеть пути на портале и команды, экспортируйте список шагов с параметром { $option }.
export-needs = Прежде чем начать:
export-worked = Признак успеха:
export-noted = Заметка:
export-links = См. также: { $links }

export-earlier = Предыдущие исправления
export-earlier-remedy = { $remedy } (отмечено шагов: { $marked } из { $all })

export-open = Что осталось
export-left-open = Что осталось незавершенным
export-open-question = Следующий вопрос: { $question }
export-open-question-again = Следующий вопрос, который задается снова: { $question }
export-find-out = Как это узнать:
export-unfilled = Еще не указаны значения: { $names }

export-outcome = Итог
export-unfinished = в работе
export-closed-unfinished = закрыт незавершенным { $time }
export-then = Затем снова ответьте на вопрос: { $question }
export-logs = Журналы, которые нужно приложить:
export-ids = Сведения для передачи:

timeline-title = Что и когда сделано
timeline-answered = Ответ: { $what }
timeline-done = Сделано: { $what }
timeline-failed = Не удалось: { $what }
timeline-skipped = Пропущено: { $what }
timeline-noted = Заметка к шагу: { $what }
timeline-noted-case = Заметка к инциденту

export-sources = Источники
export-document = { $document }, документ от { $dated }, сверен { $checked } с версией от { $newest }.
export-basis-newer = { $what } (добавлено после статьи Майкрософт: { $since })
export-guide = Руководство { $guide }, редакция { $revision }.

export-names = Сведения для передачи
export-tried = Пройденные шаги
export-nothing-tried = Ни один шаг не отмечен.
export-step = Шаг
export-result = Результат
export-left = Какие шаги остались
export-nothing-left = Неотмеченных шагов нет.
export-attach = Журналы, которые нужно приложить
export-paste = Текст для запроса или письма
export-paste-error = Azure Backup сообщает об ошибке { $code } для ВМ Azure: { $message }
export-paste-found = Что выяснено:
export-paste-tried = Причины и пройденные шаги:
export-paste-open = Что осталось:

export-changes = Что сделано: { $problem }
export-state-before = **Раньше:** { $state }
export-state-now = **Теперь:** { $state }
export-answers = Ответы
export-marks = Шаги
export-notes = Заметки
export-whole-case = Об инциденте:
export-change-new = { $what } { $now }
export-change = { $what } { $now }, раньше: { $before }
export-change-gone = { $what } (удалено), раньше: { $before }

export-name = Инцидент:
export-aside = Сейчас не используется
export-aside-why = Эти ответы, отметки и заметки не относятся к текущему пути. Они снова будут учтены, если вернуть прежние ответы.
export-place = Место в руководстве
export-kept = Что сохранено

export-resumed-absent = В файле нет сохраненного инцидента. Инцидент восстановлен по тексту. Проверьте отметки и заметки, прежде чем продолжить.
export-resumed-damaged = Сохраненный в файле инцидент поврежден. Инцидент восстановлен по тексту. Проверьте отметки и заметки, прежде чем продолжить.
export-resumed-newer = Инцидент в файле сохранен более новой версией программы. Он восстановлен по тексту. Проверьте отметки и заметки, прежде чем продолжить.
export-resumed-done = Отмечено в тексте, поэтому теперь считается сделанным: { $what }
export-resumed-todo = Отметка в тексте снята, поэтому больше не считается сделанным: { $what }
export-resumed-unknown = Такого шага в инциденте нет, пункт пропущен: { $what }
export-resumed-missing = { $count ->
    [1] В тексте нет { $count } шага этого инцидента. Его отметка осталась прежней.
    [one] В тексте нет { $count } шага этого инцидента. Их отметки остались прежними.
    [few] В тексте нет { $count } шагов этого инцидента. Их отметки остались прежними.
    [many] В тексте нет { $count } шагов этого инцидента. Их отметки остались прежними.
   *[other] В тексте нет { $count } шага этого инцидента. Их отметки остались прежними.
}
export-resumed-row = В таблицах файла указано другое, в инциденте остается прежнее: { $what }
export-resumed-kept = Удалено из таблиц файла, но остается в инциденте: { $what }
export-resumed-deleted = Удалено из текста, поэтому удалено и из инцидента: { $what }
export-resumed-value = Пропущено недопустимое или не используемое в командах значение: { $what }

questions-use = Для каждого вопроса впишите между кавычками идентификатор одного из вариантов. Идентификаторы указаны в конце строки, а их значения — выше. Если ответа пока нет, оставьте кавычки пустыми. Список шагов заканчивается на первом вопросе без ответа.
questions-unsure = Значение { $unsure } означает, что узнать ответ не удается.
questions-places = Ключ с косыми чертами относится к одному месту в руководстве, потому что такой вопрос задается заново после каждого исправления. Затем запишите список шагов командой:

show-codes = Код:
show-aliases = Другие написания:
show-id = Имя проблемы:
show-category = Категория:
show-message = Сообщение:
show-means = Значение:
show-side = Источник ошибки:
side-vm = компоненты внутри ВМ (агент ВМ, расширение резервного копирования, Windows или Linux)
side-backup = служба Azure Backup
side-compute = вычислительная платформа Azure, которая создает снимки и ВМ
side-storage = учетные записи хранения и диски
side-subscription = параметры подписки (квоты, блокировки, политики и разрешения)
show-tree = Дерево решений
show-causes = Причины
show-questions = Вопросы
show-remedies = Исправления
show-handovers = Кому передать
show-variables = Значения в командах
show-variable = { $what }, например { $example }
show-limits = Пределы и их даты
show-newer = в более позднем источнике: { $value } ({ $dated })
show-origin = Дата сверки с источником — { $checked }:
show-ask = Вопрос: { $what }
show-ask-anew = Повторный вопрос: { $what }
show-do = Исправление: { $what }
show-then = далее
show-walk = Причина: { $what }
show-routine = Процедура: { $what }
show-renamed = Здесь вместо значения «{ $name }» используется «{ $value }».
show-exit = Результат: { $what }
show-end = Итог: { $what }
show-as-if = { $unsure }: так же, как при ответе «{ $option }»
show-advised = (рекомендуется)

export-copy = Скопировать
export-copied = Скопировано

export-carries = Скрытый комментарий ниже содержит весь инцидент: значения, ответы, отметки и заметки с их временем, а также собранные данные. Чтобы продолжить работу с этим файлом, выполните команду { $command }. Удаленное из текста выше остается в комментарии. Чтобы передать файл без этих данных, удалите комментарий или повторите экспорт без инцидента.

export-evidence = Что следует из собранных данных
export-evidence-kept = { $question } **{ $answer }**, источник: { $place }: { $words }
export-evidence-overruled = { $question } **{ $answer }**, источник: { $place }: { $words }. Дан другой ответ: **{ $given }**
export-evidence-unasked = { $question } **{ $answer }**, источник: { $place }: { $words }. Вопрос пока не задавался.
export-evidence-others = Остальные ответы дал пользователь.

# Команды, которые собирают данные

collect-use = Сначала замените все заполнители в угловых скобках. Затем выполните команды для доступных вам инструментов. Команды только читают данные и ничего не меняют.
collect-look = Отправьте полный вывод каждой команды, в одном файле или в нескольких. Вывод команды, завершившейся ошибкой, тоже полезен.
collect-private = В выводе есть имена, адреса и идентификаторы. Проверьте его перед отправкой.
collect-where = { $via ->
    [az] Azure CLI на вашем компьютере или в Cloud Shell (Bash)
    [powershell] Azure PowerShell на вашем компьютере или в Cloud Shell, если вы не используете Azure CLI
    [windows] PowerShell от имени администратора внутри ВМ с Windows
   *[linux] Оболочка с правами root внутри ВМ с Linux
}: { $reader ->
    [program] вывод читает эта программа
   *[person] вывод читает человек
}
