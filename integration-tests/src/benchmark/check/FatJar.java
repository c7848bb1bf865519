/* SPDX-License-Identifier: Apache-2.0 */
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Adds classes to a jar until it is as large as asked for, as a job with many libraries is. */
class FatJar {
  // What classes of the large jars on Maven Central come to, compressed.
  private static final int LETTERS = 3300;

  public static void main(String[] args) throws IOException {
    Path thin = Path.of(args[0]);
    Path fat = Path.of(args[1]);
    long bytes = Long.parseLong(args[2]) * 1024 * 1024;
    Random random = new Random(7);
    int classes = 0;
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(fat)))) {
      try (var in = new java.util.zip.ZipInputStream(Files.newInputStream(thin))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(zip);
        }
      }
      long written = 0;
      while (written < bytes) {
        String name = "org/lib" + classes / 2000 + "/part" + classes / 40 + "/Class" + classes;
        ZipEntry entry = new ZipEntry(name + ".class");
        zip.putNextEntry(entry);
        zip.write(compiled(name, random));
        zip.closeEntry();
        written += entry.getCompressedSize() + 2 * (76 + name.length());
        classes++;
      }
    }
    System.out.println(classes + " classes, " + Files.size(fat) / 1024 / 1024 + " MiB");
  }

  private static byte[] compiled(String name, Random random) throws IOException {
    StringBuilder text = new StringBuilder();
    random.ints(LETTERS, 0, 64).forEach(letter -> text.append((char) ('0' + letter)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xCAFEBABE);
      out.writeInt(61);
      out.writeShort(6);
      out.writeByte(1);
      out.writeUTF(name);
      out.writeByte(7);
      out.writeShort(1);
      out.writeByte(1);
      out.writeUTF("java/lang/Object");
      out.writeByte(7);
      out.writeShort(3);
      out.writeByte(1);
      out.writeUTF(text.toString());
      out.writeShort(0x21);
      out.writeShort(2);
      out.writeShort(4);
      for (int nothing = 0; nothing < 4; nothing++) {
        out.writeShort(0);
      }
    }
    return bytes.toByteArray();
  }
}
