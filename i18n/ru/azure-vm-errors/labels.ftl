# Подписи портала и Windows, как они выглядят на русском языке.

label-metrics = Метрики
label-restart = Перезапустить
label-availability-scale = Доступность и масштабирование
label-size = Размер
label-log-on = Вход в систему
label-file-recovery = Восстановление файлов
label-unmount-disks = Отключить диски
label-registry-editor = Редактор реестра
label-permissions = Разрешения
