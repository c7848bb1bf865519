/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.minikdc.MiniKdc;
import org.apache.hadoop.security.UserGroupInformation;

/** A key distribution centre, and a YARN's settings that make it use it. */
final class Kerberos implements AutoCloseable {
  /** Whom the job's keytab is for. */
  static final String JOB = "job@EXAMPLE.COM";

  private static final String SERVER = "yarn/localhost@EXAMPLE.COM";
  private static final String WEB = "HTTP/localhost@EXAMPLE.COM";

  private final MiniKdc kdc;
  private final File keytab;

  private Kerberos(MiniKdc kdc, File keytab) {
    this.kdc = kdc;
    this.keytab = keytab;
  }

  /**
   * Starts it; from now on this JVM uses it.
   *
   * @param clients the folder that gets {@code job.keytab} and {@code krb5.conf}
   */
  static Kerberos start(Path folder, Path clients) throws Exception {
    Files.createDirectories(folder);
    Files.createDirectories(clients);
    MiniKdc kdc = new MiniKdc(MiniKdc.createConf(), folder.toFile());
    kdc.start();
    File keytab = folder.resolve("servers.keytab").toFile();
    kdc.createPrincipal(keytab, "yarn/localhost", "HTTP/localhost");
    kdc.createPrincipal(clients.resolve("job.keytab").toFile(), "job");
    Files.copy(kdc.getKrb5conf().toPath(), clients.resolve("krb5.conf"));
    Kerberos kerberos = new Kerberos(kdc, keytab);
    kerberos.login();
    return kerberos;
  }

  // The mini cluster's servers leave out their own logins.
  private void login() throws IOException {
    Configuration conf = new Configuration();
    settings().forEach(conf::set);
    UserGroupInformation.setConfiguration(conf);
    UserGroupInformation.loginUserFromKeytab(SERVER, keytab.toString());
  }

  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("hadoop.security.authentication", "kerberos");
    // A secured node reads its logs with Hadoop's native library, which Maven does not bring.
    settings.put("yarn.log-aggregation-enable", "false");
    settings.put("hadoop.http.authentication.type", "kerberos");
    settings.put("hadoop.http.authentication.kerberos.principal", WEB);
    settings.put("hadoop.http.authentication.kerberos.keytab", keytab.toString());
    settings.put(
        "hadoop.http.filter.initializers",
        "org.apache.hadoop.security.AuthenticationFilterInitializer");
    for (String server : new String[] {"resourcemanager", "nodemanager"}) {
      settings.put("yarn." + server + ".principal", SERVER);
      settings.put("yarn." + server + ".keytab", keytab.toString());
      settings.put("yarn." + server + ".webapp.spnego-principal", WEB);
      settings.put("yarn." + server + ".webapp.spnego-keytab-file", keytab.toString());
    }
    return settings;
  }

  @Override
  public void close() {
    kdc.stop();
  }
}
