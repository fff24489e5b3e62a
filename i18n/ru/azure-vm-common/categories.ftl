# The categories, by which Home groups the problems.
category-agent = Агент ВМ
category-extension = Расширения и снимки
category-restore-points = Точки восстановления
category-encryption = Шифрование
category-disk = Диски
category-job = Задания резервного копирования
category-service = Ошибки службы
