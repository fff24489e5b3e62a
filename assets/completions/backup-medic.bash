# Completions of backup-medic for bash: the program itself says what can follow.
_backup_medic() {
    local IFS=$' \t\n' line words word head value values=() open=1
    line=${COMP_LINE:0:COMP_POINT}
    read -r -a words <<<"$line"
    [[ $line == *[[:blank:]] ]] && words+=("")
    word=${words[${#words[@]}-1]}
    # Bash takes what follows one of these for a word of its own.
    head=
    [[ $word == *[=:]* ]] && head=${word%"${word##*[=:]}"}
    COMPREPLY=()
    while IFS=$'\t' read -r value _; do
        case $value in
            :files) IFS=$'\n' read -r -d "" -a values < <(compgen -f -- "${word#"$head"}") ;;
            :folders) IFS=$'\n' read -r -d "" -a values < <(compgen -d -- "${word#"$head"}") ;;
            *) COMPREPLY+=("${value#"$head"}"); [[ $value == *= ]] || open=; continue ;;
        esac
        open=
        COMPREPLY+=("${values[@]}")
        compopt -o filenames 2>/dev/null
    done < <(command backup-medic complete -- "${words[@]:1}" 2>/dev/null)
    # After an equals sign the value follows without a blank.
    [[ -n $open ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -F _backup_medic backup-medic
