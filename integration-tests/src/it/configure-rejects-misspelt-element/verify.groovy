import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('configuration/clutser: is no parameter of spark-maven-plugin. Give one of allowedKeys, cacheDirectory, check, cluster, conf')
log.says('-Dspark.maven.enviroment: is no property of this version')
assert !new File(basedir, 'target').exists()
