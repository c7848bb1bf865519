import io.github.sparkmaven.it.StandaloneCluster

def cluster = StandaloneCluster.start(testClassPath, new File(basedir, 'cluster').toPath(), 2, '3g')
context.put('cluster', cluster)
// Found by the build as a user property: mvn -Dspark.master=spark://...
new File(basedir, 'test.properties').text = "spark.master=${cluster.url()}\n"
return true
