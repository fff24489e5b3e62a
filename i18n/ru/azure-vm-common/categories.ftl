# The categories, by which Home groups the problems.
category-agent = Агент ВМ
category-extension = Расширения и снимки
category-vss = Теневые копии Windows
category-file-system = Файловые системы Linux
category-network = Сеть
category-policy = Политика Azure
category-restore-points = Точки восстановления
category-encryption = Шифрование
category-disk = Диски
category-job = Задания резервного копирования
category-restore = Восстановление
category-service = Ошибки службы
