import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
def given = ['arguments', 'two words', '"double" and \'single\'', '$HOME `id` \\ * ; & |', '', 'Gr\u00f6\u00dfe \u96ea']
given.each { log.says('argument ' + it.getBytes('UTF-8').encodeBase64() + '.') }

log.says('nothing is built yet')
log.says('-Dspark.maven.submit.dryrun: is no property of this version')
log.says('counted 1000')
log.says('overhead 7')
log.says('job com.acme.Job: failed with exit code 1')
log.says("Cause: java.lang.IllegalStateException: the job's own fault")
log.says('job com.acme.Job: failed with exit code 3')
log.says('is not true!')
log.says('no context')
log.says('java.lang.IllegalStateException: too early')
log.says('did not end within 5s and was ended')
log.says("job/mainClass: 'com.acme.Missing' is not in submit-local-1.0-SNAPSHOT.jar. Give a class that is there: com.acme.Job")

// No process of these builds is left, and no file with the settings.
def left = ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains(basedir.path) && it.pid() != ProcessHandle.current().pid() }.toList()
assert left.findAll { it.info().commandLine().get().contains('SparkSubmit') }.isEmpty()
new File(basedir, 'target/spark/submissions').eachFileRecurse { assert !it.name.endsWith('.conf') }
