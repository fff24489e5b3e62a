# Страницы, на которые ссылаются только шаги этого руководства.
link-encrypted-vms = Резервное копирование зашифрованных ВМ
link-powershell-rights = Права на хранилище ключей через PowerShell
link-cli-rights = Права на хранилище ключей через Azure CLI
link-best-practices = Рекомендации по резервному копированию ВМ
link-backup-performance = Сколько длится резервное копирование
link-restore-considerations = Особенности резервного копирования и восстановления
