import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('Running com.acme.Job in local mode: local[')
log.says('Spark UI: http://127.0.0.1:')
log.says('greeting before the change')
log.says('arguments [two words, ]')
log.says('executors false')
log.says('secret 7')
log.says('counted 500')
log.says('on standard error')
log.says("the job's own log")
log.says('com.acme.Job succeeded in ')

// The second: compiled anew, scaled to local mode, the tables of the first not in its way.
log.says('greeting after the change')
log.says('arguments [again]')
log.says('master local[1]')
log.says('zone Asia/Tokyo')
log.says('Left out in local mode: 2 settings of the cluster')

// Spark's own chatter is in its file, and the secret nowhere.
assert !log.text().contains('INFO SparkContext')
def file = new File(basedir, 'target/spark/run/com.acme.Job.log').text
assert file.contains('INFO SparkContext')
assert !log.text().contains('hunter2')
assert !file.contains('hunter2')
new File(basedir, 'target/spark/run').eachFileRecurse { assert !it.name.endsWith('.conf') }

// Nothing stands outside of target, and no plan was made that nobody asked for.
basedir.eachFile { assert it.name != 'spark-warehouse' && it.name != 'metastore_db' }
assert !new File(basedir, 'target/spark/plans').exists()
