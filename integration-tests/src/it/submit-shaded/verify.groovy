import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)

log.says('counted 1000')
log.says('submit-shaded-1.0-SNAPSHOT-shaded.jar')
log.says('variable of the POM')
log.neverSays('Passed along')
log.says("submit/classifier: 'none' names no jar of this build, which made submit-shaded-1.0-SNAPSHOT.jar, submit-shaded-1.0-SNAPSHOT-shaded.jar (shaded)")
log.says("job/mainClass: 'com.acme.job' is not in")
log.says('Give a class that is there: com.acme.Job')
log.says("submit/requireProperty: nothing is submitted without -Dconfirm=prod on Maven's command line")
log.says('Nothing is submitted; this command would:')
log.says("the job's own fault")
log.says('submit/files: there is no ' + new File(basedir, 'none.txt').path)
assert new File(basedir, 'target/spark/submissions/dry-run/spark.conf').exists()

// What was printed runs, from any folder.
def command = log.text().readLines().find { it.startsWith('(cd ') }
def pasted = new File(basedir, 'pasted.sh')
pasted.text = command + '\n'
def output = new File(basedir, 'pasted.log')
def code = new ProcessBuilder('sh', pasted.path).redirectErrorStream(true).redirectOutput(output).start().waitFor()
assert code == 0
assert output.text.contains('counted 1000')
