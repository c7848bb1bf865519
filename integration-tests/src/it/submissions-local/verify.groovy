import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
def ledger = new File(basedir, 'target/spark/submissions')
def state = { id -> (new File(ledger, id + '.json').text =~ /"state" : "(\w+)"/)[0][1] }

log.says('20250101-130000-00c0de.json is no page of the ledger and is passed over: it is torn, or no JSON')
log.saysLike(/20250103-120000-00c0de  running +-  .* default  +local\[\*]/)
log.saysLike(/20250101-120000-00c0de  unknown +-  .* default  +local\[\*]/)
log.says('UI   http://127.0.0.1:4040')
log.says('-Dspark.maven.submission: is missing, and several submissions are alive')
log.saysLike(/(?s)INFO] line 2\R.*INFO] Gr\u00f6\u00dfe 3\R.*The log of 20250103-120000-00c0de: .*driver\.log/)
log.neverSays('line 1')
log.says('Ended 20250103-120000-00c0de')
log.says('Ended 20250102-120000-00c0de')
log.saysLike(/20250103-120000-00c0de  killed +-/)
log.says('20250103-120000-00c0de has already ended: killed')
log.says('driver.log is not there. It was moved, or mvn clean deleted it')
log.says('Nothing to end: no submission of this project is alive')
log.says("-Dspark.maven.submission: '20240101-120000-00c0de' is unknown. Give one of these:")

assert ['20250103-120000-00c0de', '20250102-120000-00c0de', '20250101-120000-00c0de'].collect(state) == ['killed', 'killed', 'unknown']
// Nothing of the jobs is left; the process that got an old one's id runs this script.
context.get('jobs').each { it.waitFor() }
assert context.get('descendants').every { handle ->
    def stat = new File("/proc/${handle.pid()}/stat")
    !handle.alive || (stat.exists() && stat.text.contains(') Z '))
}
