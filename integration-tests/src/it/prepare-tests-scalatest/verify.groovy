import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('- runs Spark with nothing else in the POM')
log.says('Tests: succeeded 1, failed 0')
assert new File(basedir, 'target/spark/unit-tests/fork-1/warehouse/numbers').exists()
assert !new File(basedir, 'spark-warehouse').exists()
