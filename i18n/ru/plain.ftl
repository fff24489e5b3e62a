# Слова одного построчного вида; общее с полноэкранным стоит в ui.

plain-title-home = Начало
plain-title-question = Вопрос
plain-title-remedy = Исправление
plain-title-outcome = Итог
plain-title-trail = Путь
plain-title-checklist = Список шагов
plain-title-collect = сбор данных
plain-title-export = Выгрузка
plain-title-variables = Имена для команд
plain-title-languages = Язык
plain-title-which-case = Какой случай?
plain-title-help = Что можно ввести
plain-title-told = Что важно знать
plain-title-field = Строка текста
plain-title-confirm = Да или нет

plain-not-understood = Ввод не распознан. Что можно ввести, показано в следующей строке.
plain-too-long = Строка слишком длинная и не принята.
plain-answered = { $option } (ваш ответ)
plain-way = { $tool } (t покажет другой способ: { $others }):
plain-file = Файл:
plain-now = Сейчас записано: { $text }
plain-refused = Не принято: { $text }

# За заголовком: что можно ввести, коротко

plain-caps-text = текст
plain-key-first = открыть первое
plain-key-fail = не удалось
plain-key-skip = пропустить
plain-key-note = заметка
plain-key-details = подробно
plain-key-remove = удалить случай

plain-prompt-export = Имя файла или Enter; L язык, r имена, c случай, k вид, p текст, b назад
plain-prompt-list = Номер для выбора, Enter — назад
plain-prompt-close = Enter — назад
plain-prompt-confirm = y да, n нет
plain-prompt-reason = Причина, Enter — без нее
plain-prompt-text = Текст, Enter — оставить как есть, дефис — убрать

# В справке

plain-help-open = номер проблемы или случая открывает его
plain-help-search = любой другой текст служит для поиска: код, слово, вставленное сообщение
plain-help-first = Enter без текста открывает первое из найденного
plain-help-remove = эта буква и через пробел номер случая удаляют его; его можно вернуть
plain-help-answer = номер ответа дает этот ответ
plain-help-keep = Enter без текста оставляет данный ответ и ведет дальше
plain-help-tick = номер шага отмечает его как сделанный или снимает отметку
plain-help-look = номер места ведет к нему, чтобы посмотреть или ответить иначе
plain-help-fail = отметить, что шаг не удался; причина вводится следующей строкой
plain-help-skip = отметить, что шаг пропущен; причина вводится следующей строкой
plain-help-note = написать заметку к шагу; она вводится следующей строкой
plain-help-details = показать шаг подробно, с командами
plain-help-steps = После x, s, n и d через пробел ставится номер шага; без номера они относятся к шагу, который показан подробно.
plain-help-about = Программа ничего не запускает и никуда не обращается: она показывает команды, которые вы копируете сами.

plain-key-accept = как предложено
plain-help-accept = просто Enter принимает ответ, который предлагают данные
