# То, что показывает начальный экран, и то, что стоит вокруг каждого экрана: читается при запуске, поэтому лежит отдельно.

language-name = Русский

header-progress = шаги: { $done } из { $all }

home-search = Поиск:
home-search-empty = код ошибки, сообщение или слово
home-pasted = вставлено строк: { $lines }
header-due = пора: { $count }
leave-continue = Чтобы продолжить этот инцидент: { $command }
ring = Пора вернуться к инциденту.

home-due = Пора продолжить
home-waiting = Ожидают
home-open = Открытые
home-resolved = Решены, но не закрыты
home-done = Закрыты сегодня
home-closed = Закрытые
home-problems = Проблемы
home-case-due = с { $time }: { $question }
home-case-waiting = до { $time } (осталось: { $left }): { $question }
home-case-next = дальше: { $question }
home-case-resolved = решен: откройте, чтобы закрыть
home-case-closed = закрыт: { $time }
home-case-unknown = руководство недоступно
home-case-note = Заметка:
home-case-changed = Изменен:
home-show-closed = { $count ->
    [one] Показать { $count } закрытый инцидент
    [few] Показать { $count } закрытых инцидента
    [many] Показать { $count } закрытых инцидентов
   *[other] Показать { $count } закрытого инцидента
}
home-hide-closed = { $count ->
    [one] Скрыть { $count } закрытый инцидент
    [few] Скрыть { $count } закрытых инцидента
    [many] Скрыть { $count } закрытых инцидентов
   *[other] Скрыть { $count } закрытого инцидента
}
home-nothing = Ничего не найдено. Попробуйте ввести одно слово из сообщения или только код.
home-all = Показать все проблемы
home-else = Ничего не подходит?
home-count = { $found } из { $all }
home-inside = внутри: { $text }
home-keyword = ключевое слово: { $text }
home-message = Azure сообщает:
home-aliases = Другие написания
home-typed = в поле поиска

saving-going = сохраняется
saving-done = сохранено
saving-failing = не сохранено
saving-read-only = только чтение

key-move = выбор
key-move-row = выбор
key-open = открыть
key-answer = ответ
key-answer-by-number = ответ
key-unsure = где посмотреть
key-unsure-on = пропустить вопрос
key-tick = сделано
key-mark-all = всё сделано
key-go-on = дальше
key-look = перейти
key-edit = заполнить
key-choose = подтвердить
key-keep = сохранить
key-do = выполнить
key-palette = действия
key-take-offered = принять
key-write = записать
key-preview = просмотр
key-confirm = да
key-help = клавиши
key-leave-field = выйти из поля
key-language = язык
key-search = поиск
key-cancel = нет
key-file = файл
key-redact = псевдонимы
key-carry = инцидент в файле
key-kind = список/передача
key-format = формат
key-copy = копировать
key-close = закрыть
key-collect = собрать данные
key-accept = принять предложенное
key-bare = без рамки
key-copy-block = копировать
key-place = место
key-export = экспорт
key-handover = передать
key-back = назад
key-checklist = все шаги
key-tool = инструмент
key-variables = значения
key-trail = путь
key-fail = не удалось
key-skip = пропустить
key-note = заметка
key-copy-link = копировать ссылку
key-copy-checklist = копировать шаги
key-undo = отменить
key-redo = повторить
key-home = на главную
key-mouse = мышь
key-quit = выход
key-scroll = еще
key-quit-now = выйти сразу
key-drop = отмена
key-remove = удалить
key-restore = вернуть
key-rename = название
key-note-case = заметка к инциденту
key-timeline = ход работ
key-close-case = закрыть инцидент
