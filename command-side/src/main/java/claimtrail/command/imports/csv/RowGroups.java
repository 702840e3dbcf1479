package claimtrail.command.imports.csv;

import claimtrail.command.imports.reading.FileContent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Gathers the rows of one claim.
sealed interface RowGroups extends AutoCloseable {

    /// Takes a row; a group that is whole is handed on.
    void add(String key, TableRow row, Consumer<List<TableRow>> whole) throws IOException;

    /// Hands on what is left.
    void end(Consumer<List<TableRow>> whole) throws IOException;

    @Override
    void close() throws IOException;

    /// For tables that say that the rows of a claim are adjacent.
    static RowGroups adjacent() {
        return new Adjacent();
    }

    /// For the front of any table.
    static RowGroups inMemory() {
        return new Gathered();
    }

    /// For all others. The table is split by a hash of the key into parts of some megabytes, each of which is gathered
    /// in memory.
    static RowGroups spilling(FileContent file, MappingProfile profile) throws IOException {
        int parts = Math.clamp(file.bytes() / Spilling.PART_BYTES + 1, 1, Spilling.MOST_PARTS);
        return parts == 1 ? new Gathered() : Spilling.of(file, parts, profile);
    }

    /// One group at a time.
    final class Adjacent implements RowGroups {

        private final List<TableRow> rows = new ArrayList<>();
        private String key = "";

        @Override
        public void add(String next, TableRow row, Consumer<List<TableRow>> whole) {
            if (!next.equals(key)) {
                end(whole);
                key = next;
            }
            rows.add(row);
        }

        @Override
        public void end(Consumer<List<TableRow>> whole) {
            if (!rows.isEmpty()) {
                whole.accept(List.copyOf(rows));
                rows.clear();
            }
        }

        @Override
        public void close() {}
    }

    /// All groups of a small table, or of one part.
    final class Gathered implements RowGroups {

        private final Map<String, List<TableRow>> groups = new LinkedHashMap<>();

        @Override
        public void add(String key, TableRow row, Consumer<List<TableRow>> whole) {
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }

        @Override
        public void end(Consumer<List<TableRow>> whole) {
            groups.values().forEach(whole);
            groups.clear();
        }

        @Override
        public void close() {}
    }

    /// Parts on disk.
    final class Spilling implements RowGroups {

        static final long PART_BYTES = 16L << 20;
        static final int MOST_PARTS = 512;

        private final List<FileContent.Scratch> files = new ArrayList<>();
        private final List<DataOutputStream> parts = new ArrayList<>();
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final MappingProfile profile;

        private Spilling(MappingProfile profile) {
            this.profile = profile;
        }

        static Spilling of(FileContent file, int count, MappingProfile profile) throws IOException {
            var spilling = new Spilling(profile);
            boolean opened = false;
            try {
                for (int i = 0; i < count; i++) {
                    var part = file.scratch();
                    spilling.files.add(part);
                    spilling.parts.add(new DataOutputStream(new BufferedOutputStream(part.write())));
                }
                opened = true;
                return spilling;
            } finally {
                if (!opened) {
                    spilling.close();
                }
            }
        }

        @Override
        public void add(String key, TableRow row, Consumer<List<TableRow>> whole) throws IOException {
            if (columns.isEmpty()) {
                columns.putAll(row.columns());
            }
            var part = parts.get(Math.floorMod(key.hashCode(), parts.size()));
            write(part, key);
            part.writeLong(row.number());
            part.writeLong(row.from());
            part.writeLong(row.to());
            part.writeInt(row.fields().size());
            for (var field : row.fields()) {
                write(part, field);
            }
        }

        @Override
        public void end(Consumer<List<TableRow>> whole) throws IOException {
            for (int i = 0; i < files.size(); i++) {
                parts.get(i).close();
                try (var in = new DataInputStream(
                                new BufferedInputStream(files.get(i).read()));
                        var gathered = new Gathered()) {
                    gather(in, gathered, whole);
                    gathered.end(whole);
                }
            }
        }

        private void gather(DataInputStream in, Gathered gathered, Consumer<List<TableRow>> whole) throws IOException {
            while (true) {
                String key;
                try {
                    key = read(in);
                } catch (EOFException e) {
                    return;
                }
                long number = in.readLong();
                long from = in.readLong();
                long to = in.readLong();
                int count = in.readInt();
                var fields = new ArrayList<String>(count);
                for (int i = 0; i < count; i++) {
                    fields.add(read(in));
                }
                gathered.add(key, new TableRow(number, from, to, fields, columns, profile), whole);
            }
        }

        private static void write(DataOutputStream out, String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        private static String read(DataInputStream in) throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }

        /// A part that the disk no longer takes is removed as well.
        @Override
        public void close() throws IOException {
            try {
                for (var part : parts) {
                    part.close();
                }
            } finally {
                for (var file : files) {
                    file.close();
                }
            }
        }
    }
}
