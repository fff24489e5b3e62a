# Страницы, на которые ссылаются только шаги этого руководства.
link-encrypted-vms = Резервное копирование зашифрованных ВМ
link-powershell-rights = Права на хранилище ключей через PowerShell
link-cli-rights = Права на хранилище ключей через Azure CLI
