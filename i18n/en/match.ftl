# How texts are recognised, and what is said of it. The first seven are lists of words, parted by blanks and never shown:
# what denies, what tells of a failure, what names what is wrong, what the machine is called, what it is all about, what carries
# nothing by itself, and what may stand between a denial and what it denies.

match-denials = not no never unable cannot cant couldnt doesnt dont didnt isnt wasnt arent werent hasnt havent wont without nor neither unlike except instead
match-failures = failed fails fail failing failure failures unsuccessful unsuccessfully
match-errors = error errors
match-machines = vm vms machine machines
match-subjects = backup backups
match-fillers = a an the any of to in on at for with by from as and or so is are was were be been being has have had having do does did it its this that these those there virtual service services
match-links = which see seen get got gets show shows shown seem seems look looks like really just same exact code codes message messages called named our your their us we you they than rather related caused due about
