#compdef backup-medic
# Completions of backup-medic for zsh: the program itself says what can follow.
_backup-medic() {
    local -a lines closed open
    local line value about
    lines=("${(@f)$(command backup-medic complete -- "${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
    for line in $lines; do
        value=${line%%$'\t'*}
        about=${line#*$'\t'}
        case $value in
            :files) compset -P '--*='; _files; return ;;
            :folders) compset -P '--*='; _files -/; return ;;
            *=) open+=("${value//:/\\:}:$about") ;;
            *) closed+=("${value//:/\\:}:$about") ;;
        esac
    done
    local letters='m:{a-zA-Z}={A-Za-z}' found=1
    (( $#open )) && _describe '' open -M $letters -S '' && found=0
    (( $#closed )) && _describe '' closed -M $letters && found=0
    return found
}
# Read from a file of $fpath, or handed to `source`.
if [[ ${funcstack[1]} == _backup-medic ]]; then _backup-medic "$@"; else compdef _backup-medic backup-medic; fi
