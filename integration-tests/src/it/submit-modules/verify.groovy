import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('Module com.acme:job')
log.says('Passed along, because job-1.0-SNAPSHOT.jar does not carry them and Spark does not provide them: lib-1.0-SNAPSHOT.jar')
log.says('hello from lib')
log.says('java.lang.IllegalStateException: own-fault')
log.says('nothing is built yet')
