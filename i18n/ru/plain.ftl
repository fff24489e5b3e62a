# Слова одного построчного вида; общее с полноэкранным стоит в ui.

plain-title-home = Главный экран
plain-title-question = Вопрос
plain-title-remedy = Исправление
plain-title-outcome = Итог
plain-title-trail = Путь
plain-title-checklist = Список шагов
plain-title-collect = Сбор данных
plain-title-export = Экспорт
plain-title-variables = Значения для команд
plain-title-languages = Язык
plain-title-which-case = Какой инцидент?
plain-title-help = Справка
plain-title-told = Что важно знать
plain-title-timeline = Что и когда сделано
plain-title-field = Ввод текста
plain-title-confirm = Подтверждение

plain-not-understood = Ввод не распознан. Что можно ввести, показано в следующей строке.
plain-too-long = Строка слишком длинная, поэтому она не учтена.
plain-answered = { $option } (ваш ответ)
plain-way = { $tool } (t — другой инструмент: { $others }):
plain-file = Файл:
plain-now = Текущий текст: { $text }
plain-refused = Не принято: { $text }
plain-offered = Чтобы принять это значение, введите знак { $sign }.

# За заголовком: что можно ввести, коротко

plain-caps-text = текст
plain-key-more = еще
plain-key-first = открыть первое

plain-prompt-export = Файл, Enter — записать, ? — клавиши
plain-prompt-list = Номер — выбрать, Enter — назад
plain-prompt-close = Enter — назад
plain-prompt-confirm = y — да, n — нет
plain-prompt-reason = Причина, Enter — без нее
plain-prompt-text = Текст, Enter — назад, «-» — удалить

# В справке

plain-help-open = номер: открыть проблему или инцидент с этим номером
plain-help-search = любой другой текст: поиск по коду, слову или вставленному сообщению
plain-help-first = Enter: открыть первое совпадение
plain-help-remove = эта буква, пробел и номер: удалить инцидент; его можно вернуть
plain-help-answer = номер: дать этот ответ
plain-help-keep = Enter: оставить прежний ответ и перейти дальше
plain-help-tick = номер: отметить этот шаг как сделанный или снять отметку
plain-help-look = номер: перейти к этому месту, чтобы посмотреть его или ответить иначе
plain-help-fail = отметить, что шаг не удался, и указать причину в следующей строке
plain-help-skip = отметить, что шаг пропущен, и указать причину в следующей строке
plain-help-note = добавить заметку к шагу: ввести ее в следующей строке
plain-help-details = показать шаг подробно, с командами
plain-help-steps = После x, s, n или d через пробел введите номер шага. В исправлении номер можно не вводить: тогда буква относится к шагу, который показан подробно.
plain-help-about = Программа ничего не запускает и не устанавливает соединений: она показывает команды, которые вы копируете сами.

plain-key-accept = как предложено
plain-help-accept = Enter: принять предложенный ответ
