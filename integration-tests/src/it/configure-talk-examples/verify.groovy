import io.github.sparkmaven.it.BuildLog
import groovy.json.JsonSlurper

def plan = { name -> new JsonSlurper().parse(new File(basedir, "target/spark/plans/${name}/plan.json")) }
def setting = { p, key -> p.settings.find { it.key == key } }
def conf = { name ->
  def properties = new Properties()
  new File(basedir, "target/spark/plans/${name}/spark-defaults.conf").withReader('UTF-8') { properties.load(it) }
  properties
}

// The talk's first example: 24 executors of 6 cores and 11600 MB.
def first = conf('default')
assert first['spark.executor.memory'] == '11600m'
assert first['spark.executor.instances'] == '24'
assert first['spark.executor.cores'] == '6'
def layout = plan('default').layout
assert layout.overheadMiB == 928
assert layout.pythonMiB == 3072
assert layout.containerMiB == 16384
assert layout.requestedExecutors == 24
assert layout.grantedExecutors == 18
assert plan('default').alternatives.size() == 3

// Its second one: less concurrency, more memory for Python.
assert conf('less-concurrency')['spark.executor.memory'] == '10600m'
assert conf('less-concurrency')['spark.executor.cores'] == '4'
assert plan('less-concurrency').layout.grantedExecutors == 18

// With small allocations YARN rounds less.
assert plan('small-allocations').layout.containerMiB == 15616
assert plan('small-allocations').layout.grantedExecutors == 23

// Layers: the command line wins over the POM; a name that is no setting of ours is passed on.
assert setting(plan('default'), 'spark.rdd.compress').layer == 'plugin'
assert setting(plan('small-allocations'), 'spark.rdd.compress').value == 'false'
assert setting(plan('small-allocations'), 'spark.rdd.compress').layer == 'command-line'

// A secret is in none of the files.
new File(basedir, 'target/spark').eachFileRecurse { file -> assert file.directory || !file.text.contains('geheim') }
BuildLog.of(basedir).neverSays('geheim')

def warnings = plan('default').warnings.join(' ')
assert warnings.contains('24 vcores on a node that offers 15')
assert warnings.contains('Container rounding')
assert warnings.contains('application master')
assert !new File(basedir, 'target/classes').exists()
