import io.github.sparkmaven.it.ExportedBundle
import java.nio.file.Files

def cluster = context.get('cluster')
try {
  def zip = new File(basedir, 'target/spark/export/export-standalone-1.0-SNAPSHOT-default-spark.zip').toPath()
  def elsewhere = Files.createDirectories(new File(basedir, 'elsewhere').toPath())
  def bundle = ExportedBundle.unpack(zip, new File(basedir, 'bundle').toPath())
  def variables = [XDG_CACHE_HOME: new File(basedir, 'cache').path]
  def there = ['--repository', localRepositoryPath.path, '--master', cluster.url()]

  def good = bundle.submit(elsewhere, variables, there)
  assert good.code() == 0
  good.log().says("Submitting to ${cluster.url()}")
  good.log().says('counted 1000')
  good.log().saysLike(/Succeeded: app-\d{14}-\d{4}/)

  def exits = bundle.submit(elsewhere, variables, there + ['--', 'exits-with-3'])
  assert exits.code() == 1
  exits.log().says('job com.acme.Job: failed with exit code 3')

  // Spark itself calls this one a success.
  def local = bundle.submit(elsewhere, variables, there + ['--', 'sets-local-master'])
  assert local.code() == 1
  local.log().says('ended well, but in local mode')

  def apps = cluster.completedApplications()
  assert apps*.coresGranted == [2, 2] : apps
} finally {
  cluster.close()
}
