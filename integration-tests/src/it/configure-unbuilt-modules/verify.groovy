import io.github.sparkmaven.it.BuildLog
import groovy.json.JsonSlurper

def log = BuildLog.of(basedir)
log.says('Packaging pom: passed over')
log.says('No job and no dependency on Spark: passed over')
def plan = new JsonSlurper().parse(new File(basedir, 'job/target/spark/plans/default/plan.json'))
assert plan.layout.coresPlaced == 8
assert plan.settings.find { it.key == 'spark.cores.max' }.value == '8'
assert !new File(basedir, 'library/target').exists()
