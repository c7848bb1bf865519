import io.github.sparkmaven.it.BuildLog
import io.github.sparkmaven.it.ExportedBundle

def log = BuildLog.of(basedir)
log.says('Plan for Spark 3.5.5 (Scala 2.12)')
log.says('with pyspark 3.5.5 (made of requirements.txt, requirements-test.txt)')
log.says('Python tests: pytest in ')
log.says('Tests run: 5, Failures: 0, Errors: 0, Skipped: 0, Time elapsed')
// The case, five functions of pytest and three methods of unittest.
log.says('Tests run: 9, Failures: 0, Errors: 0, Skipped: 1')
log.says('Python tests: unittest in ')
log.says('Tests run: 4, Failures: 0, Errors: 0, Skipped: 1')
log.says('test_pytest.test_differs: AssertionError: The rows are not as expected: 1 unexpected, 1 missing.')
log.says('there are test failures. Tests run: 1, Failures: 1, Errors: 0, Skipped: 0')
log.says('job job.py: failed with exit code 1')
log.saysLike(/Cause: ValueError: the job's own fault \(job\.py, line 10, in main\)/)
def run = new BuildLog(log.text().substring(log.text().indexOf('Running job.py in local mode: local[')))
run.says("sum 90 ['10', '']")
run.says('one interpreter True')
run.says('job.py succeeded in ')
run.says("Cause: ValueError: the job's own fault\n")

def name = 'python-job-1.0-SNAPSHOT'
def zip = new java.util.zip.ZipFile(new File(localRepositoryPath, "com/acme/python-job/1.0-SNAPSHOT/${name}-python.zip"))
assert zip.entries().findAll { !it.directory }.collect { it.name } == ['acme/__init__.py', 'acme/maths.py', 'job.py']

// What pytest itself counts, in the environment that was made.
def home = (log.text() =~ /from (\S+\/site-packages\/pyspark)/)[0][1]
def python = home.replaceFirst('/lib/python[^/]*/site-packages/pyspark$', '/bin/python')
def environment = ['PYTHONPATH=' + new File(basedir, 'target/spark/python/lib') + ':' + new File(basedir, 'src/main/python'),
                   'PATH=' + System.getenv('PATH'), 'SPARK_HOME=' + home, 'PYSPARK_SUBMIT_ARGS=--master local[2] pyspark-shell', 'SPARK_LOCAL_IP=127.0.0.1', 'PYTHONDONTWRITEBYTECODE=1',
                   'PYSPARK_PYTHON=' + python]
def nativeRun = [python, '-m', 'pytest', '-p', 'no:cacheprovider', '-p', 'spark_maven_testing.pytest_plugin', 'src/test/python'].execute(environment, basedir)
def said = new StringBuilder()
nativeRun.waitForProcessOutput(said, said)
assert said.contains('7 passed, 1 skipped') : said

// Nothing of it stands outside of target.
new File(basedir, 'src').eachFileRecurse { assert it.name != '__pycache__' }
basedir.eachFile { assert it.name != '.pytest_cache' && it.name != 'spark-warehouse' && it.name != 'metastore_db' }

def bundle = ExportedBundle.unpack(
    new File(basedir, "target/spark/export/${name}-default-spark.zip").toPath(), new File(basedir, 'on site/bundle').toPath())
def good = bundle.submit(basedir.toPath(), [PYSPARK_PYTHON: python, SPARK_LOCAL_IP: '127.0.0.1'], [])
assert good.code() == 0
good.log().says("sum 90 ['10', '']")
good.log().says('one interpreter True')
def bad = bundle.submit(basedir.toPath(), [PYSPARK_PYTHON: python, SPARK_LOCAL_IP: '127.0.0.1'], ['--', 'raises'])
assert bad.code() == 1
bad.log().says("Cause: ValueError: the job's own fault")
def none = bundle.submit(basedir.toPath(), [PYSPARK_PYTHON: 'no-such-python'], [])
assert none.code() == 2
none.log().says("'no-such-python' is no program on this machine")
