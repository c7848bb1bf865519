import io.github.sparkmaven.it.BuildLog

// Maven once more, where no project is: the artifact's POM says the Spark and what the job needs.
def empty = new File(basedir, 'empty')
empty.mkdirs()
def mvn = { String... words ->
    def command = [new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-ntp',
        '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
        '-Dmaven.repo.local=' + localRepositoryPath.path,
        '-Dspark.maven.cacheDirectory=' + new File(basedir.parentFile.parentFile, 'cache/spark-maven-plugin').path,
        'io.github.sparkmaven:spark-maven-plugin:' + pluginVersion + ':submit'] + (words as List)
    def log = new File(empty, 'build.log')
    def builder = new ProcessBuilder(command).directory(empty).redirectErrorStream(true).redirectOutput(log)
    ['SPARK_HOME', 'SPARK_CONF_DIR'].each { builder.environment().remove(it) }
    def code = builder.start().waitFor()
    [code, BuildLog.of(empty)]
}
def artifact = '-Dspark.maven.submit.artifact=com.acme:submit-artifact:1.0-SNAPSHOT'

def (code, log) = mvn(artifact, '-Dspark.master=local[2]')
log.says('Passed along, because submit-artifact-1.0-SNAPSHOT.jar does not carry them and Spark does not provide them: opentest4j-1.3.0.jar')
log.says('counted 1000')
log.says('BUILD SUCCESS')
assert code == 0
assert new File(empty, 'target/spark/submissions').directory

(code, log) = mvn(artifact, '-Dspark.master=local[2]', '-Dspark.maven.arguments=throws')
log.says("the job's own fault")
assert code != 0

(code, log) = mvn(artifact, '-Dspark.maven.mainClass=com.acme.Jobs')
log.says("job/mainClass: 'com.acme.Jobs' is not in submit-artifact-1.0-SNAPSHOT.jar. Give a class that is there: com.acme.Job")
assert code != 0

(code, log) = mvn('-Dspark.maven.submit.artifact=com.acme:submit-artifact:2.0')
log.says('submit/artifact: no repository has com.acme:submit-artifact:jar:2.0')
assert code != 0

(code, log) = mvn()
log.says('submit/artifact: is missing, and there is no project in ' + empty.path)
assert code != 0
