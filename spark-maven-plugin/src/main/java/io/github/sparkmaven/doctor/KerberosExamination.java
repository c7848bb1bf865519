/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at how a user of a secured cluster shows who they are. */
record KerberosExamination(DoctorRequest request, ClientSite site, Surroundings surroundings)
    implements Examination {
  private static final String TICKET = "kerberos-ticket";
  private static final String KEYTAB = "kerberos-keytab";
  private static final String CONFIGURATION = "kerberos-conf";
  private static final String KINIT = "kinit";
  private static final String JAVA_OPTION = "java.security.krb5.conf";
  private static final Duration SHORT = Duration.ofHours(1);

  @Override
  public String id() {
    return TICKET;
  }

  @Override
  public List<Finding> findings() throws IOException {
    Optional<String> keytab = setting("keytab");
    if (!isSecured() && keytab.isEmpty() && setting("principal").isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(configuration());
    // With a keytab Spark logs in by itself.
    findings.addAll(keytab.isPresent() ? keytab(Path.of(keytab.get())) : List.of(ticket()));
    return findings;
  }

  private boolean isSecured() {
    return site.value("hadoop.security.authentication")
        .filter("kerberos"::equalsIgnoreCase)
        .isPresent();
  }

  private Optional<String> setting(String name) {
    return request
        .project()
        .setting("spark.kerberos." + name)
        .or(() -> request.project().setting("spark.yarn." + name));
  }

  /** Java reads /etc/krb5.conf, or what its own option names, and not {@code KRB5_CONFIG}. */
  private Finding configuration() {
    Path usual = surroundings.root().resolve("etc/krb5.conf");
    boolean named =
        request
            .project()
            .setting("spark.driver.extraJavaOptions")
            .or(() -> surroundings.variable("JAVA_TOOL_OPTIONS"))
            .filter(options -> options.contains(JAVA_OPTION))
            .isPresent();
    Optional<String> variable = site.read().variable("KRB5_CONFIG");
    if (variable.isPresent() && !named && !Path.of(variable.get()).equals(usual)) {
      return Finding.warning(
          CONFIGURATION,
          "KRB5_CONFIG names " + variable.get() + ", which Java does not read",
          "kinit and Spark see two configurations: Cannot locate default realm, or a login that"
              + " only one of them can make.",
          "Set spark.driver.extraJavaOptions to -D" + JAVA_OPTION + "=" + variable.get());
    }
    if (named || Files.isReadable(usual)) {
      return Finding.ok(
          CONFIGURATION, named ? "-D" + JAVA_OPTION + " is set" : usual + " can be read");
    }
    return Finding.error(
        CONFIGURATION,
        usual + " is not there, or cannot be read",
        "Hadoop's client ends with Can't get Kerberos realm.",
        "Get the site's krb5.conf, or set spark.driver.extraJavaOptions to -D"
            + JAVA_OPTION
            + "=/its/place");
  }

  private List<Finding> keytab(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return List.of(
          Finding.error(
              KEYTAB,
              file + " is not there, or cannot be read by this user",
              "spark-submit ends with Keytab file: … does not exist, or LoginException.",
              "Correct submit/keytab, or make the file this user's: chown $USER " + file));
    }
    boolean open =
        Files.getPosixFilePermissions(file).stream()
            .anyMatch(
                permission ->
                    permission == PosixFilePermission.OTHERS_READ
                        || permission == PosixFilePermission.GROUP_READ);
    return List.of(
        open
            ? Finding.warning(
                KEYTAB,
                file + " can be read by others",
                "Whoever reads it can be this principal.",
                "chmod 600 " + file)
            : Finding.ok(KEYTAB, file + " can be read by this user alone"));
  }

  private Finding ticket() {
    Commands.Said said;
    try {
      said = surroundings.commands().run(List.of("klist"));
    } catch (IOException e) {
      return Finding.warning(
          TICKET,
          "klist cannot be run (" + e.getMessage() + "), so that no ticket can be looked for",
          "A secured cluster refuses who has none: Client cannot authenticate via:[TOKEN,"
              + " KERBEROS].",
          "Install it: apt install krb5-user, or dnf install krb5-workstation");
    }
    TicketCache cache = TicketCache.of(said.lines());
    if (said.exitCode() != 0 || cache.principal().isEmpty()) {
      return Finding.error(
          TICKET,
          "there is no ticket: " + String.join("; ", said.lines()),
          "The cluster refuses: Client cannot authenticate via:[TOKEN, KERBEROS].",
          KINIT);
    }
    if (!cache.isFile()) {
      return Finding.error(
          TICKET,
          "the ticket is in " + cache.name().orElseThrow() + ", which Java cannot read",
          "Java reads caches that are files alone; Spark ends as if there were no ticket.",
          "export KRB5CCNAME=FILE:/tmp/krb5cc_$(id -u); kinit");
    }
    return lifetime(cache);
  }

  private Finding lifetime(TicketCache cache) {
    String whose = "the ticket of " + cache.principal().orElseThrow();
    Optional<LocalDateTime> expires = cache.expires();
    if (expires.isEmpty()) {
      return Finding.note(
          TICKET,
          whose + " is there; of its end klist tells nothing that is understood",
          "klist shows it to you.");
    }
    LocalDateTime now =
        LocalDateTime.ofInstant(surroundings.clock().instant(), surroundings.clock().getZone());
    String until =
        whose
            + " ends at "
            + expires.get()
            + cache.renewable().map(end -> ", and may be renewed until " + end).orElse("");
    if (!expires.get().isAfter(now)) {
      return Finding.error(
          TICKET,
          until + ": it has ended",
          "The cluster refuses: Client cannot authenticate via:[TOKEN, KERBEROS].",
          cache.renewable().filter(now::isBefore).map(end -> "kinit -R").orElse(KINIT));
    }
    return Duration.between(now, expires.get()).compareTo(SHORT) < 0
        ? Finding.warning(
            TICKET,
            until,
            "A job that runs longer cannot get new tokens after that.",
            cache.renewable().isPresent() ? "kinit -R" : KINIT)
        : Finding.ok(TICKET, until);
  }
}
