//! Commands that only read: everything not known to do so counts as one that changes something.

use crate::guide::Via;

/// The last words of az commands.
const AZ: [&str; 5] = ["show", "list", "list-all", "get-instance-view", "check-vm"];

/// The first parts of cmdlets.
const VERBS: [&str; 9] = ["Get", "Test", "Select", "Where", "ForEach", "Format", "Sort", "ConvertFrom", "ConvertTo"];

/// Other commands, by the words that they have to begin with.
const LINUX: [&str; 16] = [
    "grep",
    "ps",
    "tail",
    "uname",
    "uptime",
    "id",
    "ip -4 route show",
    "curl -sS -m 5 -o /dev/null -w",
    "lsblk",
    "systemctl status",
    "waagent --version",
    "apt list",
    "yum list",
    "zypper info",
    "cat",
    "head",
];

/// The same in Windows.
const WINDOWS: [&str; 3] = ["ipconfig /all", "manage-bde -status", "vssadmin list writers"];

/// Whether a line, or a block of lines, prints something and changes nothing.
pub(super) fn reads_only(via: Via, run: &str) -> bool {
    match via {
        Via::Portal => false,
        Via::Az => run.lines().all(az),
        Via::Linux => run.lines().all(linux),
        Via::PowerShell | Via::Windows => run.lines().all(powershell),
    }
}

fn az(line: &str) -> bool {
    let command = |part: &str| {
        let words: Vec<&str> = part.split_whitespace().take_while(|word| !word.starts_with('-')).collect();
        words.last().is_some_and(|word| AZ.contains(word))
    };
    // A command inside another stands in `$(...)`.
    let starts = line.match_indices("az ").filter(|(at, _)| *at == 0 || line[..*at].ends_with("$("));
    line.starts_with("az ") && starts.map(|(at, _)| &line[at + 3..]).all(command) && !joins(&unquoted(line))
}

fn linux(line: &str) -> bool {
    let line = unquoted(line);
    let segment = |part: &str| {
        let part = part.trim().trim_start_matches("sudo ");
        LINUX.iter().any(|known| part == *known || part.strip_prefix(known).is_some_and(|rest| rest.starts_with(' ')))
    };
    !joins(&line.replace('|', " ")) && line.split('|').all(segment)
}

fn powershell(line: &str) -> bool {
    if WINDOWS.contains(&line) {
        return true;
    }
    let line = unquoted(line);
    let cmdlets = line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter_map(|word| {
        let (verb, noun) = word.split_once('-')?;
        let is_cmdlet =
            verb.starts_with(|c: char| c.is_ascii_uppercase()) && noun.starts_with(|c: char| c.is_ascii_uppercase());
        is_cmdlet.then_some((verb, word))
    });
    let reads = |(verb, word): (&str, &str)| {
        VERBS.contains(&verb)
            || word == "Set-AzContext"
            || (word == "Invoke-AzRestMethod" && line.contains("-Method GET"))
    };
    // A program, such as `services.msc`, opens a window and prints nothing.
    let prints = line.contains('-') || line.starts_with('(');
    prints && cmdlets.into_iter().all(reads) && !line.contains(['>', '&', '`'])
}

/// Whether something joins another command, or writes to a file.
fn joins(line: &str) -> bool {
    line.contains([';', '&', '>', '`', '|', '\n'])
}

/// The line with what stands in quotes, and in angle brackets of variables, blanked out.
fn unquoted(line: &str) -> String {
    let mut quote = None;
    let mut bare = String::with_capacity(line.len());
    for c in line.chars() {
        match quote {
            Some(end) if c == end => quote = None,
            Some(_) => {}
            None if c == '\'' || c == '"' => quote = Some(c),
            None => bare.push(c),
        }
    }
    for place in crate::guide::placeholder::places(&bare.clone()).collect::<Vec<_>>().into_iter().rev() {
        bare.replace_range(place, "x");
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_something_is_never_taken_for_reading() {
        let check = |via: Via, run: &str, expected: bool| assert_eq!(reads_only(via, run), expected, "{run}");
        check(Via::Az, "az vm show --name <vm> --query \"a || b\"", true);
        check(Via::Az, "az keyvault show --id \"$(az ad sp show --id x)\"", true);
        check(Via::Az, "az keyvault show --id $(az ad sp create --id x)", false);
        check(Via::Az, "az vm delete --name <vm>", false);
        check(Via::Az, "az vm show --name x; az vm delete --name x", false);
        check(Via::Az, "az vm run-command invoke --name x", false);
        check(Via::Az, "az lock list > file", false);
        check(Via::Az, "rm az show", false);
        check(Via::Linux, "sudo grep -E 'a|b; rm' /etc/waagent.conf | tail -n 3", true);
        check(Via::Linux, "ps -ef | grep -i \"[w]aagent\"", true);
        check(Via::Linux, "sudo systemctl status waagent", true);
        check(Via::Linux, "sudo systemctl restart waagent", false);
        check(Via::Linux, "sudo apt-get update", false);
        check(Via::Linux, "grep x y | sudo tee /etc/z", false);
        check(Via::Linux, "grep x y && reboot", false);
        check(Via::Linux, "curl -X POST http://x", false);
        check(Via::Windows, "Get-Service -Name RdAgent", true);
        check(Via::Windows, "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption", true);
        check(Via::Windows, "services.msc", false);
        check(Via::Windows, "Restart-Service -Name RdAgent", false);
        check(Via::Windows, "Get-Service -Name RdAgent | Stop-Service", false);
        check(Via::PowerShell, "Set-AzContext -Subscription <subscription>\n$a = Get-AzVM -Name <vm>", true);
        check(Via::PowerShell, "Invoke-AzRestMethod -Method GET -Path 'x'", true);
        check(Via::PowerShell, "Invoke-AzRestMethod -Method DELETE -Path 'x'", false);
        check(Via::PowerShell, "Get-AzVM | Out-File x", false);
        check(Via::Portal, "anything", false);
    }
}
