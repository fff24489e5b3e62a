# Слова, общие для всех видов программы.

answer-unsure = Неизвестно
answer-none = Ответа пока нет

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
    .text = До этого времени делать нечего; ответы сохраняются как есть.
outcome-escalate = Дальше действует другой человек
    .text = Передайте ему, что уже сделано, чтобы не начинать заново.
outcome-see = Продолжите с другой проблемой
    .text = Откройте проблему, которую называют сведения об ошибке.

via-portal = Портал
via-az = Azure CLI
via-powershell = PowerShell
via-windows = В ВМ (Windows)
via-linux = В ВМ (Linux)

mark-todo = не сделано
mark-done = сделано
mark-failed = не удалось
mark-skipped = пропущено

step-optional = необязательно
step-only-if = только если: { $condition }
step-since = новее документа: { $day }
step-withdrawn = отозвано Microsoft с { $day }
step-warning = Осторожно:
