package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// An archive is opened once, file by file, and what expands like a bomb is not read to its end.
class UnpackingTest {

    private static final byte[] REMITTANCE = "ST*835*1~SE*2*1~".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TABLE = "a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_plain_file_is_handed_on_as_it_is() throws IOException {
        assertThat(unpack(REMITTANCE)).containsExactly("1 X12_835 ST*835*1~SE*2*1~");
    }

    @Test
    void a_gzip_file_holds_one_file() throws IOException {
        assertThat(unpack(gzip(REMITTANCE))).containsExactly("1 X12_835 ST*835*1~SE*2*1~");
    }

    @Test
    void a_zip_file_holds_files_each_of_its_own_kind() throws IOException {
        assertThat(unpack(zip(REMITTANCE, TABLE))).containsExactly("1 X12_835 ST*835*1~SE*2*1~", "2 CSV a,b\n1,2\n");
    }

    @Test
    void an_archive_inside_an_archive_is_suspect() {
        assertThatThrownBy(() -> unpack(gzip(zip(REMITTANCE)))).isInstanceOf(ArchiveSuspectException.class);
        assertThatThrownBy(() -> unpack(zip(TABLE, gzip(REMITTANCE)))).isInstanceOf(ArchiveSuspectException.class);
    }

    @Test
    void too_many_entries_are_suspect() throws IOException {
        var two = new Unpacking(2, 200);
        assertThat(unpack(two, zip(TABLE, TABLE))).hasSize(2);
        assertThatThrownBy(() -> unpack(two, zip(TABLE, TABLE, TABLE))).isInstanceOf(ArchiveSuspectException.class);
    }

    @Test
    void what_expands_too_far_is_suspect() throws IOException {
        byte[] bomb = new byte[64 << 20];
        java.util.Arrays.fill(bomb, (byte) 'x');

        assertThatThrownBy(() -> unpack(gzip(bomb))).isInstanceOf(ArchiveSuspectException.class);
        assertThatThrownBy(() -> unpack(zip(TABLE, bomb))).isInstanceOf(ArchiveSuspectException.class);
    }

    @Test
    void an_honest_file_may_be_large() throws IOException {
        byte[] honest = new byte[8 << 20];
        var random = new Random(1);
        for (int i = 0; i < honest.length; i++) {
            honest[i] = (byte) ('0' + random.nextInt(10));
        }

        assertThat(unpack(gzip(honest)).getFirst()).hasSize(honest.length + "1 NOT_RECOGNISED ".length());
    }

    private static List<String> unpack(byte[] bytes) throws IOException {
        return unpack(Unpacking.standard(), bytes);
    }

    private static List<String> unpack(Unpacking unpacking, byte[] bytes) throws IOException {
        var files = new ArrayList<String>();
        unpacking.unpack(
                new ByteArrayInputStream(bytes),
                (no, kind, in) ->
                        files.add(no + " " + kind + " " + new String(in.readAllBytes(), StandardCharsets.US_ASCII)));
        return files;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[]... files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new ZipOutputStream(out)) {
            for (int i = 0; i < files.length; i++) {
                packing.putNextEntry(new ZipEntry("file" + i));
                packing.write(files[i]);
                packing.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
