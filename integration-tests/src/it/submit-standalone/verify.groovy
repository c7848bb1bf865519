import io.github.sparkmaven.it.BuildLog

def cluster = context.get('cluster')
try {
  def log = BuildLog.of(basedir)
  log.says("Submitting to ${cluster.url()}")
  log.says('counted 1000')
  log.saysLike(/Succeeded: app-\d{14}-\d{4}/)
  log.says('failed with exit code 1')
  log.says("Cause: java.lang.IllegalStateException: the job's own fault")
  log.says('failed with exit code 3')
  log.says('no context')
  log.says('ended well, but in local mode')
  // What was asked is what the master placed: one executor of two cores.
  def apps = cluster.completedApplications()
  assert apps*.coresGranted == [2, 2, 2] : apps
} finally {
  cluster.close()
}
