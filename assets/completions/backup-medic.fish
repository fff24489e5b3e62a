# Completions of backup-medic for fish: the program itself says what can follow.
function __backup_medic_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l head (string match -r -- '^--[^=]*=' $word)
    for line in (command backup-medic complete -- $words[2..-1] "$word" 2>/dev/null)
        switch $line
            case ':files*'
                for path in (__fish_complete_path (string replace -- "$head" '' $word))
                    echo "$head$path"
                end
            case ':folders*'
                for path in (__fish_complete_directories (string replace -- "$head" '' $word))
                    echo "$head$path"
                end
            case '*'
                echo $line
        end
    end
end
complete -c backup-medic -f -a '(__backup_medic_complete)'
