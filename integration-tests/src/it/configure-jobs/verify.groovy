import io.github.sparkmaven.it.BuildLog
import groovy.json.JsonSlurper

def plans = new File(basedir, 'target/spark/plans')
def plan = { name -> new JsonSlurper().parse(new File(plans, "${name}/plan.json")) }
def setting = { name, key -> plan(name).settings.find { it.key == key } }

// Each job has its plan, from its own workload and conf over what stands outside.
assert plans.list().sort() == ['default', 'large']
assert new File(plans, 'default').list().sort() == ['load', 'train']
['load', 'train'].each {
  assert new File(plans, "default/${it}").list().sort() == ['plan.html', 'plan.json', 'spark-defaults.conf']
  assert plan("default/${it}").job.name == it
  assert setting("default/${it}", 'spark.driver.memory').value == '3072m'
}
assert plan('default/load').job.mainClass == 'com.acme.Load'
assert plan('default/load').workload.kind == 'sql' && plan('default/load').workload.language == 'jvm'
assert plan('default/load').layout.executorCores == 4 && plan('default/load').layout.grantedExecutors == 6
assert setting('default/load', 'spark.sql.ansi.enabled').value == 'true'
assert setting('default/load', 'spark.sql.ansi.enabled').reason == 'jobs/load/conf'

assert plan('default/train').job.pythonFile == 'src/main/python/train.py'
assert plan('default/train').workload.kind == 'ml' && plan('default/train').workload.language == 'python'
assert plan('default/train').layout.executorCores == 3 && plan('default/train').layout.pythonMiB == 3 * 1024
assert setting('default/train', 'spark.sql.ansi.enabled').value == 'false'
assert setting('default/train', 'spark.sql.ansi.enabled').reason == 'conf'

// One of them by its name, changed by the environment; the other is not planned.
assert new File(plans, 'large').list().sort() == ['train']
assert plan('large/train').layout.executorCores == 6 && plan('large/train').layout.pythonMiB == 6 * 1024

def log = BuildLog.of(basedir)
log.says('environment default, job load: standalone')
log.says('environment default, job train: standalone')
log.says('environment large, job train: standalone')
log.neverSays('environment large, job load')
log.says("job: there is no job 'trian'. Give one of load, train")
