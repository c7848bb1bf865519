import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)

// All at once.
log.says('3 problems:')
log.says("explain/json: 'maybe' is neither true nor false")
log.says("explain/diff: 'staging' is neither an environment nor a file")
log.says('Give one of the environments default, prod, a spark-defaults.conf, an event log, or an address')
log.says("explain/key: Spark 3.5.5 knows no key 'spark.executor.memroy', and nobody sets it. Give spark.executor.memory")

log.saysLike(/explain\/diff: the event log .*torn cannot be read: .*Give one that is whole/)
log.says('cannot ask http://127.0.0.1:9/api/v1/applications: nothing listens there')
assert !new File(basedir, 'target').exists()
