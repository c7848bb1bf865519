import io.github.sparkmaven.it.BuildLog
import groovy.json.JsonSlurper

def log = BuildLog.of(basedir)

// The table, of a project that was never built.
log.says('What the program sets itself is not known: nothing is packaged below')
log.saysLike(/spark\.executor\.memory +\d+m +plan\R/)
log.saysLike(/overrides +site = 4g, spark = 1g/)
log.saysLike(/spark\.sql\.shuffle\.partitions +400 +plugin/)
log.says('https://spark.apache.org/docs/3.5.5/configuration.html#runtime-sql-configuration')
log.saysLike(/spark\.eventLog\.dir +hdfs:\/\/\/spark-logs +site/)

// One key, from the command line down to Spark.
log.saysLike(/spark\.executor\.memory +20g +command-line/)
log.saysLike(/(?s)command-line +20g; .*?site +4g; .*?spark +1g; Spark's own default.*?Spark says +Amount of memory to use per executor process/)

// Against another environment, a file, and what an application ran with.
log.says('against environment prod:')
log.saysLike(/(?s)Keys that differ: 1; the same: \d+\R.*?here +400 \(plugin\)\R.*?there +800\R/)
log.says('spark-defaults.conf:')
log.says('application_1_0001:')
log.saysLike(/(?s)here +400 \(plugin\)\R.*?there +7\R/)
// A console's width may part the words.
log.saysLike(/left out, for every run sets them\s+(\[INFO]\s+)?itself:\s+(\[INFO]\s+)?7;/)
log.neverSays('hunter')

def file = new File(basedir, 'target/spark/explain/default.json')
def json = new JsonSlurper().parse(file)
assert json.spark.version == '3.5.5' && json.environment == 'default'
assert json.keys.find { it.key == 'spark.executor.memory' }.overrides*.layer == ['site', 'spark']
assert json.diff.ofTheRun == 7 && json.diff.secrets == ['spark.acme.password']
assert json.diff.differences.find { it.key == 'spark.sql.shuffle.partitions' }.there == '7'
assert !file.text.contains('hunter')
// Nothing else was written, and nothing compiled.
assert new File(basedir, 'target').list() == ['spark'] && new File(basedir, 'target/spark').list() == ['explain']
