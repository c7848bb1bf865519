import io.github.sparkmaven.it.BuildLog
import java.nio.file.Files

def log = BuildLog.of(basedir)
def lines = new File(basedir, 'build.log').readLines()
def printed = lines.findAll { it.startsWith('[INFO] Spark home: ') }.collect { (it =~ /Spark home: (\S+) \(assembled from the project's Spark artifacts\)$/)[0][1] }
def (first, offline, yarn, kubernetes, hive) = printed
assert printed.size() == 5
assert offline == first
// With -q the path stands alone.
assert lines.count { it == first } == 1

def jars = { home -> new File(home, 'jars').list().sort() }
assert [first, yarn, kubernetes, hive].toSet().size() == 4
assert !jars(first).any { it =~ /^spark-(yarn|kubernetes|hive)_|web-proxy/ }
assert jars(yarn).any { it.startsWith('spark-yarn_') }
assert jars(yarn).count { it.startsWith('hadoop-yarn-server-') } == 1
def hadoop = jars(yarn).find { it.startsWith('hadoop-client-api-') } - 'hadoop-client-api-'
assert jars(yarn).contains('hadoop-yarn-server-web-proxy-' + hadoop)
assert jars(kubernetes).any { it.startsWith('spark-kubernetes_') } && jars(kubernetes).any { it.startsWith('kubernetes-client-') }
assert jars(hive).any { it.startsWith('spark-hive_') }
[first, yarn, kubernetes, hive].each { home ->
  assert jars(home).count { it.startsWith('scala-library-') } == 1
  assert !jars(home).contains('scala-library-2.12.15.jar')
}

log.says("sparkHome: '" + new File(basedir, 'src').path + "' is no Spark home")
log.says('Skipped')

// By hand: from another folder, through a link, and with no JAVA_HOME.
def elsewhere = Files.createTempDirectory(basedir.toPath(), 'some where')
def link = Files.createSymbolicLink(elsewhere.resolve('submit'), new File(first, 'bin/spark-submit').toPath())
def given = ['two words', 'a\nb', '', 'Gr\u00f6\u00dfe \u96ea', '$HOME `id` \\ *']
def builder = new ProcessBuilder([link.toString(), '--master', 'local[2]', '--conf', 'spark.ui.enabled=false', '--class', 'com.acme.Job', '../target/home-assembled-1.0-SNAPSHOT.jar'] + given)
def java = new File(System.getProperty('java.home'), 'bin').path
builder.environment().keySet().removeAll { it.startsWith('SPARK_') || it == 'JAVA_HOME' }
builder.environment() << [SPARK_LOCAL_IP: '127.0.0.1', LC_ALL: 'C.UTF-8', PATH: java + ':' + System.getenv('PATH')]
def output = new File(basedir, 'by-hand.log')
def process = builder.directory(elsewhere.toFile()).redirectErrorStream(true).redirectOutput(output).start()
assert process.waitFor() == 0 : output.text
given.each { assert output.text.contains('argument ' + it.getBytes('UTF-8').encodeBase64() + '.\n') }
assert output.text.contains('counted 1000')
assert !output.text.contains('scala 2.12.15')
