import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('there are test failures. Tests run: 3, Failures: 1, Errors: 1, Skipped: 0')
log.says('com.acme.FailingJobCase.fails: org.opentest4j.AssertionFailedError: expected: <1> but was: <2>')
log.says('com.acme.FailingJobCase.errs: java.lang.IllegalStateException: broken')
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/spark-reports/TEST-com.acme.FailingJobCase.xml'))
assert suite.@tests == '3' && suite.@failures == '1' && suite.@errors == '1'
