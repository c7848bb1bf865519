import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('Running com.acme.SessionJobCase')
log.says('Tests run: 2, Failures: 0, Errors: 0, Skipped: 1')
log.says('[INFO] Skipped\n')
log.neverSays('printed by a test')
assert new File(basedir, 'target/spark-reports/job-tests.log').text.contains('printed by a test')

def reports = new File(basedir, 'target/spark-reports').list().findAll { it.endsWith('.xml') }
assert reports == ['TEST-com.acme.SessionJobCase.xml']
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/spark-reports/TEST-com.acme.SessionJobCase.xml'))
assert suite.@tests == '2' && suite.@skipped == '1' && suite.@failures == '0'
// What Spark writes of its own accord stays below target.
assert !new File(basedir, 'spark-warehouse').exists() && !new File(basedir, 'metastore_db').exists()
