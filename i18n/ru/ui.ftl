# Слова, общие для всех видов программы.

answer-unsure = Неизвестно

duration-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
duration-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
}
duration-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}

exit-resolved = причина найдена, ошибка исправлена
exit-unresolved = пройдено, ошибка может остаться
exit-ruled-out = причина не в этом

outcome-resolved = Исправлено
    .text = Резервное копирование снова работает, и следующее по расписанию тоже прошло.
outcome-wait = Вернитесь позже: { $time }
    .text = Теперь остается ждать; ответы сохраняются как есть.
outcome-escalate = Дальше действует другой человек
    .text = Передайте ему, что уже сделано, чтобы не начинать заново.
outcome-see = Продолжите с другой проблемой
    .text = Откройте проблему, которую называют сведения об ошибке.

via-portal = Портал
via-az = Azure CLI
via-powershell = PowerShell
via-windows = В ВМ (Windows)
via-linux = В ВМ (Linux)

mark-done = сделано
mark-failed = не удалось
mark-skipped = пропущено

step-optional = необязательно
step-only-if = только если: { $condition }
step-since = новее документа: { $day }
step-withdrawn = отозвано Microsoft с { $day }
step-warning = Осторожно:
step-noted = заметка

language-name = Русский
header-progress = шаги: { $done } из { $all }

# Начало

home-search = Поиск:
home-search-empty = код, сообщение или слово
home-cases = Открытые случаи
home-nothing = Ничего не подходит. Попробуйте одно слово сообщения или только код.
home-message = Azure сообщает:
home-aliases = Другие написания

# Вопрос

question-number = Вопрос { $number }
question-number-fresh = Вопрос { $number }, заново после сделанного
question-why = Зачем:
cause-label = Проверяемая причина:
question-how = Как узнать
question-no-way = Команды для этого нет; спросите того, кто отвечает за эту ВМ.
question-answered = Ответ уже был дан. Другой ответ изменит путь, начиная с этого места.
option-advised = { $option } (рекомендуется)
option-unsure = Не знаю: покажите, как узнать
option-unsure-on = Узнать не удается: идти дальше осторожно
variables-missing = Еще не заполнено: { $names }. Нажмите v.

# Исправление

remedy-progress = Отмечено шагов: { $done } из { $all }, осталось { $left }
remedy-all-marked = Отмечены все шаги: { $all }
remedy-needs = Прежде чем начать:
remedy-worked = Получилось, если:

# Итог

outcome-next-resolved = Нажмите Enter, чтобы вернуться в начало, или e, чтобы выгрузить список шагов.
outcome-next-wait = Когда время пройдет, нажмите Enter и ответьте снова.
outcome-next-escalate = Нажмите Enter, чтобы выгрузить то, что нужно передать.
outcome-next-see = Нажмите Enter, чтобы перейти туда.
outcome-done = Что было на пути
outcome-logs = Журналы, которые нужно приложить

# Путь и список шагов

trail-title = Путь
checklist-title = Все шаги случая
checklist-empty = Шагов пока нет: сначала ответьте на вопросы.

# Выгрузка

export-title = Выгрузка списка шагов в Markdown
export-title-handover = Экспорт для того, кто примет дело
export-file = Файл (f):
export-language = Язык (L): { $locale }
export-redacted = Имена (r): заменены условными
export-unredacted = Имена (r): как есть
export-preview = Будет записано:

# Окна

help-title = Клавиши этого экрана
help-about = Программа ничего не запускает и никуда не обращается: она показывает команды и копирует их через терминал.
languages-title = Язык
variables-title = Имена для команд
variables-text = Заполненное здесь попадает во все команды и в выгрузку, с кавычками по правилам оболочки.
field-example = Пример: { $example }
field-several = Несколько значений разделяются запятыми.
field-empty = пусто
field-note = Заметка к шагу
field-note-case = Заметка ко всему случаю
field-fail = Почему шаг не удался?
field-skip = Почему шаг пропущен?
field-target = Файл для выгрузки
confirm-left-off = С этим ответом перестают действовать следующие ответы:
confirm-left-off-kept = Они сохраняются и снова действуют, если вернуться на этот путь.
confirm-disruptive = Этот шаг заметно влияет на работу. Отметить как сделанный?
confirm-overwrite = Такой файл уже есть. Заменить его?
confirm-quit = Случаи с ответами не выгружены и будут потеряны. Все равно выйти?
confirm-yes = Enter: да
confirm-no = Esc: нет

rule-vm = Имя ВМ состоит из 1–64 букв, цифр, дефисов, точек или подчеркиваний, начинается и заканчивается буквой, цифрой или подчеркиванием.
rule-resource-group = Имя группы ресурсов состоит из 1–90 букв, цифр, дефисов, точек, подчеркиваний или круглых скобок и не заканчивается точкой.
rule-subscription = Подписка задается идентификатором или именем.
rule-vault = Имя хранилища состоит из 2–50 букв, цифр или дефисов и начинается с буквы.
rule-key-vault = Имя хранилища ключей состоит из 3–24 букв, цифр или одиночных дефисов и начинается с буквы.
rule-name = Имя состоит из букв, цифр, дефисов, точек, подчеркиваний, пробелов или круглых скобок и начинается с буквы, цифры или подчеркивания.
rule-guid = Идентификатор состоит из 32 шестнадцатеричных цифр в пяти группах: 8, 4, 4, 4 и 12.
rule-ip-address = Адрес состоит из четырех чисел с точками между ними.
rule-day = День записывается как день, месяц и год через дефис: две цифры, две цифры и четыре.

status-undone = Последнее изменение отменено.
status-redone = Изменение возвращено.
status-nothing-to-undo = Отменять нечего.
status-nothing-to-redo = Возвращать нечего.
status-nothing-found = Введенному ничего не соответствует.
status-copied = Отправлено в буфер обмена вашего терминала.
status-copied-open = Отправлено в буфер обмена вашего терминала; { $name } еще не заполнено (v).
status-nothing-to-copy = На экране нет команды.
status-paste-at-home = Вставить текст можно на начальном экране и в полях ввода.
status-paste-cut = Текст слишком длинный; взято только его начало.
status-mouse-on = Щелчки мыши включены; m их выключает.
status-mouse-off = Щелчки мыши выключены; мышь снова принадлежит терминалу.
status-written = Записано в { $path }

# Клавиши: слово-два внизу экрана, фраза в справке

key-move = выбор
key-open = открыть
key-answer = ответить
key-unsure = не знаю
key-tick = сделано
key-go-on = дальше
key-look = перейти
key-edit = заполнить
key-choose = выбрать
key-keep = сохранить
key-write = записать
key-confirm = да
key-help = справка
key-leave-field = выйти из поля
key-language = язык
key-search = поиск
key-cancel = нет
key-file = файл
key-redact = условные имена
key-kind = список или передача
key-copy = копировать
key-close = закрыть
key-export = выгрузка
key-back = назад
key-checklist = все шаги
key-tool = другой способ
key-variables = заполнить
key-trail = путь
key-fail = не удалось
key-skip = пропустить
key-note = заметка
key-copy-link = копировать ссылку
key-undo = отменить
key-redo = вернуть
key-home = в начало
key-mouse = мышь
key-quit = выход
key-scroll = листать
key-quit-now = выйти сразу

help-move = выбрать строку; цифры выбирают свои
help-open = открыть проблему или случай
help-answer = дать выбранный ответ; цифры отвечают сразу
help-unsure = показать, как узнать; еще раз — идти дальше без ответа
help-tick = отметить выбранный шаг как сделанный или снять отметку
help-go-on = перейти к следующему
help-look = перейти к выбранному месту
help-edit = заполнить выбранное имя
help-choose = выбрать строку
help-keep = сохранить текст
help-write = записать файл
help-confirm = согласиться
help-help = показать клавиши экрана
help-leave-field = выйти из поля поиска, чтобы буквы стали командами
help-language = выбрать другой язык
help-search = ввести текст в поле поиска
help-cancel = не делать
help-file = выбрать другой файл
help-redact = заменить имена, идентификаторы и адреса условными или вернуть настоящие
help-kind = записать то, что нужно тому, кто примет дело, или снова список шагов
help-copy = скопировать через терминал команду или всю выгрузку
help-close = закрыть
help-export = выгрузить список шагов
help-back = вернуться на одно место назад
help-checklist = показать все шаги случая
help-tool = показать следующий способ: портал, командная строка, в ВМ
help-variables = заполнить имена, которые стоят в командах
help-trail = выбрать место пути, чтобы посмотреть или ответить иначе
help-fail = отметить, что шаг не удался, и указать причину
help-skip = отметить, что шаг пропущен, и указать причину
help-note = написать заметку к шагу
help-copy-link = скопировать через терминал адрес с экрана
help-undo = отменить последнее изменение
help-redo = вернуть отмененное изменение
help-home = вернуться в начало; случай остается открытым
help-mouse = включить или выключить щелчки мыши
help-scroll = прокрутить текст
help-quit = выйти из программы
help-quit-now = выйти из программы сразу, без вопроса

checklist-progress = Отмечено шагов: { $done } из { $all }, осталось { $left }
checklist-all-marked = Отмечены все шаги: { $all }
waits-answer = Ждет вашего ответа: { $question }
waits-time = Надо подождать: { $time }; затем ответьте еще раз: { $question }
waits-taker = Дело за другими. { $taker }.
key-drop = оставить как было
help-drop = оставить текст как был

# Случаи, которые хранятся

saving-going = сохраняется
saving-done = сохранено
saving-failing = не сохранено
saving-read-only = только чтение
status-read-only = Этот случай открыт в другом окне; изменить его здесь нельзя.
status-unfit = Руководство изменилось: { $count ->
    [one] { $count } ответ больше не подходит.
    [few] { $count } ответа больше не подходят.
    [many] { $count } ответов больше не подходят.
   *[other] { $count } ответа больше не подходят.
}
status-unreadable = Этот файл не читается как случай, он остается на месте: { $path }
status-removed = Случай удален; u вернет его.
status-restored = Случай возвращен.
status-closed = Случай закрыт; в списке случаев он остается.
status-not-kept = Случай сейчас не сохранить, попытки продолжаются: { $reason }
field-name = Имя этого случая
key-remove = удалить
key-restore = вернуть
key-rename = имя
key-note-case = заметка к случаю
key-close-case = закрыть случай
help-remove = удалить выбранный случай; его можно вернуть
help-restore = вернуть удаленный случай
help-rename = дать случаю имя
help-note-case = написать заметку ко всему случаю
help-close-case = закрыть случай, с которым закончено
told-title = Что важно знать об этом файле
