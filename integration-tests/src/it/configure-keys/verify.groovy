import io.github.sparkmaven.it.BuildLog
import groovy.json.JsonSlurper

def log = BuildLog.of(basedir)
def saysTwice = { words -> assert log.text().split(java.util.regex.Pattern.quote(words), -1).length == 3 : words }
def meant = { key -> "Spark knows no key ${key[0]} and would ignore it. Write ${key[1]}, or add" as String }

// All at once, whatever the layer, each where the user finds it; so for both Sparks.
saysTwice('on project configure-keys: 10 problems:')
saysTwice('-Dspark.executor.memroy: ' + meant(['spark.executor.memroy', 'spark.executor.memory']))
saysTwice('job/conf/spark.serialiser: ' + meant(['spark.serialiser', 'spark.serializer']))
saysTwice('conf/spark.sql.shuffel.partitions: ' + meant(['spark.sql.shuffel.partitions', 'spark.sql.shuffle.partitions']))
['default', 'spark-4'].each {
  log.says("environments/${it}/conf/spark.dynamicallocation.enabled: " + meant(['spark.dynamicallocation.enabled', 'spark.dynamicAllocation.enabled']))
  log.says("environments/${it}/conf/spark.memory.fraction: 'half' is a value that Spark refuses. Give a number")
}
saysTwice("conf/executor.cores: Spark drops a key without 'spark.' before it. Write spark.executor.cores")
saysTwice("job/conf/spark.speculation: 'yes' is a value that Spark refuses. Give true or false")
saysTwice("conf/spark.sql.shuffle.partitions: 'many' is a value that Spark refuses. Give a whole number")
saysTwice("conf/spark.network.timeout: '2 hours' is a value that Spark refuses")
saysTwice("conf/spark.locality.wait: '3x' is a value that Spark refuses")

// What nothing is known of passes and is listed; what is known is not.
[default: '3.5.5', 'spark-4': '4.1.0'].each { environment, version ->
  def folder = new File(basedir, "target/spark/plans/${environment}")
  def plan = new JsonSlurper().parse(new File(folder, 'plan.json'))
  assert plan.spark.version == version
  def unverified = plan.warnings.findAll { it.contains("Spark ${version} does not know them") }
  assert unverified.size() == 1
  assert unverified[0].contains('spark.vendor.mode')
  assert !unverified[0].contains('spark.hadoop.fs') && !unverified[0].contains('spark.sql.shuffle')
  def values = plan.settings.collectEntries { [it.key, it.value] }
  assert values['spark.acme.tenant'] == 'blue' && values['spark.app.names'] == 'a,b'
  assert values['spark.vendor.mode'] == 'fast' && values['spark.sql.shuffle.partitions'] == '400'

  // The build that failed has left the plan as it was.
  def kept = new File(basedir, "target/kept/${environment}")
  assert kept.list().sort() == ['plan.html', 'plan.json', 'spark-defaults.conf'] && folder.list().sort() == kept.list().sort()
  kept.eachFile { assert Arrays.equals(it.bytes, new File(folder, it.name).bytes) : it.name }
}

log.neverSays('Exception:')
