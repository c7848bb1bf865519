import groovy.json.JsonSlurper
import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
def jar = 'target/check-fails-1.0-SNAPSHOT.jar'

log.saysLike("\\[ERROR\\] spark-bundled ${jar}: holds \\d+ of the \\d+ classes of spark-launcher_.*, which Spark brings itself")
log.says("[ERROR] signature-files ${jar}!/META-INF/LIB.SF: the signature is not this jar's")
log.saysLike("\\[ERROR\\] main-class job/mainClass:\\d+: 'com.acme.Jbo' is not in")
log.saysLike('\\[ERROR\\] unknown-key job/conf/spark.executer.memory:\\d+: Spark knows no key spark.executer.memory')
log.says('[ERROR] missing-jar submit/jars')
log.says('there is no lib/none.jar')
log.says('docs/checks/signature-files.md')
log.says('spark:check found 5 errors, 0 warnings, 0 notes (0 suppressed). The first: spark-bundled')

def results = new JsonSlurper().parse(new File(basedir, 'target/spark/check/check.sarif')).runs[0].results
assert results*.ruleId == ['spark-bundled', 'signature-files', 'main-class', 'unknown-key', 'missing-jar']
assert results.every { it.level == 'error' }
