# Подписи, которые нужны только этому руководству.
label-key-vaults = Хранилища ключей
label-access-policies = Политики доступа
label-add-role-assignment = Добавить назначение ролей
label-access-configuration = Конфигурация доступа
