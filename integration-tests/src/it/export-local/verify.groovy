import io.github.sparkmaven.it.BuildLog
import io.github.sparkmaven.it.ExportedBundle
import java.nio.file.Files

def name = 'export-local-1.0-SNAPSHOT'
def zip = new File(basedir, "target/spark/export/${name}-default-spark.zip").toPath()
def log = BuildLog.of(basedir)
log.says('Left out of the bundle as secrets: spark.acme.password')
def installed = new File(localRepositoryPath, "com/acme/export-local/1.0-SNAPSHOT/${name}-spark-default.zip").toPath()
assert Files.mismatch(zip, installed) == -1

// Another place, with a space in its name, and called from yet another one.
def site = new File(basedir, 'on site').toPath()
def elsewhere = Files.createDirectories(new File(basedir, 'elsewhere').toPath())
def bundle = ExportedBundle.unpack(zip, site.resolve('the bundle'))
def variables = [XDG_CACHE_HOME: new File(basedir, 'cache').path]
def fromRepository = ['--repository', localRepositoryPath.path]
def own = Files.writeString(elsewhere.resolve('own.conf'), 'spark.acme.password s3cr3t\n')

def good = bundle.submit(elsewhere, variables, fromRepository + ['--properties-file', 'own.conf'])
assert good.code() == 0
def given = ['arguments', 'two words', '"double" and \'single\'', '$HOME `id` \\ * ; & |', '', 'Gr\u00f6\u00dfe \u96ea']
given.each { good.log().says('argument ' + it.getBytes('UTF-8').encodeBase64() + '.') }
good.log().says('(assembled from')
good.log().neverSays('Warning')

// The home that was assembled is there for the next one to find.
def home = new File(basedir, 'cache/spark-maven-plugin/homes').listFiles().find { new File(it, 'bin/spark-submit').exists() }
variables.SPARK_HOME = home.path
def counts = bundle.submit(elsewhere, variables, ['--conf', 'spark.sql.shuffle.partitions=5', '--', 'succeeds'])
assert counts.code() == 0
counts.log().says("from ${home.path} (SPARK_HOME)")
counts.log().says('counted 1000')
counts.log().says('overhead 5')
counts.log().says('nothing here gives them: spark.acme.password')

def throwing = bundle.submit(elsewhere, variables, ['--', 'throws'])
assert throwing.code() == 1
throwing.log().says('job com.acme.Job: failed with exit code 1')
throwing.log().says("Cause: java.lang.IllegalStateException: the job's own fault")

def slow = bundle.submit(elsewhere, variables, ['--timeout', '5s', '--', 'hangs'])
assert slow.code() == 1
slow.log().says('did not end within 5s and was ended')

variables.remove('SPARK_HOME')
def homeless = bundle.submit(elsewhere, variables, ['--repository', elsewhere.toString()])
assert homeless.code() == 2
homeless.log().says('SPARK_HOME: names no Spark')

// No process is left, and no file with the settings.
def left = ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains(basedir.path) && it.pid() != ProcessHandle.current().pid() }.toList()
assert left.findAll { it.info().commandLine().get().contains('SparkSubmit') }.isEmpty()
site.resolve('the bundle/submissions').toFile().eachFileRecurse { assert !it.name.endsWith('.conf') }
