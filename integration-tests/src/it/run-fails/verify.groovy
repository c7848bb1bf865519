import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('job/mainClass: is missing, and several classes have a main method: com.acme.Exits, com.acme.Throws. Give one of them, or -Dspark.maven.mainClass=com.acme.Exits')
log.says('job com.acme.Throws: failed with exit code 1')
log.says("Cause: java.lang.IllegalStateException: the task's own fault")
log.says('about to exit')
log.says('job com.acme.Exits: failed with exit code 3')
log.says("run/debug: 'no' is no port")
log.says("-Dspark.master: 'yarn' is no local master, and spark:run runs jobs in local mode alone")

// Nothing is left of it.
new File(basedir, 'target/spark/run').eachFileRecurse { assert !it.name.endsWith('.conf') }
def left = ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains(basedir.path) && it.info().commandLine().get().contains('LocalRun') }.toList()
assert left.isEmpty()
