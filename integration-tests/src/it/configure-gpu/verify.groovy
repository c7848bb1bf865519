import io.github.sparkmaven.it.BuildLog
import groovy.json.JsonSlurper

def folder = { name -> new File(basedir, "target/spark/plans/${name}") }
def plan = { name -> new JsonSlurper().parse(new File(folder(name), 'plan.json')) }
def conf = { name -> plan(name).settings.collectEntries { [it.key, it.value] } }

// An executor for each of the 8 GPUs; Spark takes floor(1 / 0.25) = 4 tasks, which is its cores.
assert plan('default').layout.gpus == 1 && plan('default').layout.grantedExecutors == 8
assert plan('default').layout.executorCores == 4
assert conf('default')['spark.executor.resource.gpu.amount'] == '1'
assert conf('default')['spark.task.resource.gpu.amount'] == '0.25'
assert conf('default')['spark.executor.resource.gpu.vendor'] == null
assert folder('default').list().sort() == ['plan.html', 'plan.json', 'spark-defaults.conf']

// Pods ask for the vendor's resource, tolerate its taint, and need to be told of the script.
assert plan('pods').layout.gpus == 1 && plan('pods').layout.grantedExecutors == 8
assert plan('pods').layout.executorCores == 3
assert conf('pods')['spark.executor.resource.gpu.vendor'] == 'nvidia.com'
// A third is cut, so that floor(1 / 0.333333) is 3.
assert conf('pods')['spark.task.resource.gpu.amount'] == '0.333333'
def template = new File(folder('pods'), 'executor-pod-template.yaml')
assert template.text =~ /- key: nvidia.com\/gpu\s+operator: Exists\s+effect: NoSchedule/
assert new File(new URI(conf('pods')['spark.kubernetes.executor.podTemplateFile'])).canonicalFile == template.canonicalFile
assert !new File(folder('pods'), 'driver-pod-template.yaml').exists()
assert plan('pods').warnings.any { it.contains('spark.executor.resource.gpu.discoveryScript is missing') }

BuildLog.of(basedir).says('workload/gpusPerExecutor: 3 GPUs an executor do not divide the 4 of a machine. Give one of 1, 2, 4')
assert !folder('uneven').exists()
