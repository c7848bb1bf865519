import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('toolchains: toolchains.xml names /no/such/jdk, which is not there')
log.says('    why: maven-toolchains-plugin of this build fails: Misconfigured toolchains.')
log.says('driver-address: spark.driver.host=192.0.2.1 cannot be listened on (')
log.says('environment: SPARK_TESTING=1 is set')
log.saysLike(/hadoop-conf: .*yarn-site\.xml, line \d+: it cannot be read as XML /)
log.says('hadoop-conf: HADOOP_CONF_DIR makes hdfs://127.0.0.1:1 the default file system')
log.says('name-node: 127.0.0.1:1 of hdfs://127.0.0.1:1 cannot be reached: Connection refused')
log.says('standalone-master: no master can be reached: 127.0.0.1:1: Connection refused')
log.says('doctor: toolchains, driver-address, hadoop-conf, standalone-master, name-node: 5 of ')
// What is well is told as well, and nothing is left behind.
log.saysLike(/ok    jdk: JDK \d+ /)
assert !new File(basedir, 'target').exists()
