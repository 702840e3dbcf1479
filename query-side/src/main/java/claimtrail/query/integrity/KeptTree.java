package claimtrail.query.integrity;

import claimtrail.proof.Hash;
import claimtrail.proof.LogTree;
import claimtrail.proof.TreeHash;
import claimtrail.proof.TreeNodes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Nodes of the tree that are kept in the database, sixty-four facts a row, so that a proof reads a few rows, and so
/// that an altered fact is found exactly. They are a second witness only: what convicts is a checkpoint outside.
///
/// The lowest tiles keep the nodes of eight facts each, and of every leaf its first eight bytes; each further level
/// keeps the nodes of sixty-four tiles below. In all 12.5 bytes a fact.
@Component
final class KeptTree {

    /// Facts under a lowest tile, and nodes in every other one.
    static final int WIDTH = 64;

    /// Facts under the lowest nodes that are kept.
    static final int GROUP = 8;

    /// Bytes that are kept of a leaf: enough to tell which one differs, not to prove anything.
    static final int START = 8;

    private static final int HEIGHT = 6;
    private static final int GROUP_HEIGHT = 3;

    private final JdbcTemplate jdbc;
    private final LogRows rows;

    KeptTree(JdbcTemplate jdbc, LogRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /// One kept row.
    ///
    /// @param nodes hashes side by side; the last tile of a level may have fewer than it has room for
    /// @param leaves first bytes of leaves side by side, in lowest tiles
    record Tile(byte[] nodes, byte[] leaves) {

        int count() {
            return nodes.length / Hash.BYTES;
        }

        Hash node(int at) {
            return Hash.of(nodes, at * Hash.BYTES, Hash.BYTES);
        }
    }

    private record Place(int level, long no) {}

    /// The nodes, for one question: what was read once is not read again. Of fewer than eight facts the rows
    /// themselves are read and hashed.
    TreeNodes nodes() {
        var read = new HashMap<Place, Tile>();
        var hash = new TreeHash();
        return (level, index) -> {
            if (level < GROUP_HEIGHT) {
                return leaves(level, index);
            }
            var band = level / HEIGHT;
            var unit = band == 0 ? GROUP_HEIGHT : band * HEIGHT; // the height of the nodes in the tile
            var first = index << (level - unit);
            var room = band == 0 ? WIDTH / GROUP : WIDTH;
            var tile = read.computeIfAbsent(new Place(band, first / room), this::tile);
            var from = (int) (first % room);
            var many = 1 << (level - unit);
            if (tile.count() < from + many) {
                throw new IllegalStateException("the kept tree has no node " + level + "/" + index);
            }
            var nodes = new ArrayList<Hash>();
            for (int at = from; at < from + many; at++) {
                nodes.add(tile.node(at));
            }
            return joined(hash, nodes);
        };
    }

    private Hash leaves(int level, long index) {
        var hash = new TreeHash();
        var leaves = new ArrayList<Hash>();
        rows.read(index << level, (index + 1) << level, (_, bytes) -> leaves.add(hash.leaf(bytes)));
        if (leaves.size() != 1 << level) {
            throw new IllegalStateException("the log has not all facts from " + ((index << level) + 1) + " on");
        }
        return joined(hash, leaves);
    }

    /// The root of a power of two of nodes.
    private static Hash joined(TreeHash hash, List<Hash> nodes) {
        if (nodes.size() == 1) {
            return nodes.getFirst();
        }
        var middle = nodes.size() / 2;
        return hash.node(joined(hash, nodes.subList(0, middle)), joined(hash, nodes.subList(middle, nodes.size())));
    }

    private Tile tile(Place place) {
        return find(place)
                .orElseThrow(() ->
                        new IllegalStateException("the kept tree has no tile " + place.level() + "/" + place.no()));
    }

    private Optional<Tile> find(Place place) {
        return jdbc
                .query(
                        "select nodes, leaves from read_model.tree_tile where level = ? and no = ?",
                        (row, _) -> new Tile(row.getBytes(1), row.getBytes(2)),
                        place.level(),
                        place.no())
                .stream()
                .findFirst();
    }

    /// The lowest tiles under some facts, by their number.
    Map<Long, Tile> lowest(long after, long upTo) {
        var tiles = new HashMap<Long, Tile>();
        jdbc.query(
                "select no, nodes, leaves from read_model.tree_tile where level = 0 and no >= ? and no < ?",
                row -> {
                    tiles.put(row.getLong(1), new Tile(row.getBytes(2), row.getBytes(3)));
                },
                after / WIDTH,
                (upTo + WIDTH - 1) / WIDTH);
        return tiles;
    }

    /// What comes to the kept tree as facts are added behind a whole number of lowest tiles.
    ///
    /// @param size facts before them, a multiple of 64; what is kept of later ones is written anew
    Growth growth(long size) {
        return new Growth(size);
    }

    /// Collects the new nodes, and writes them when it is told to.
    final class Growth implements LogTree.Whole {

        private final Map<Place, ByteArrayOutputStream> nodes = new HashMap<>();
        private final Map<Place, ByteArrayOutputStream> leaves = new HashMap<>();

        /// Begins with the tiles of which the first nodes were kept before.
        private Growth(long size) {
            for (int level = 1; size >> (level * HEIGHT) > 0; level++) {
                var before = size >> (level * HEIGHT);
                if (before % WIDTH > 0) {
                    var place = new Place(level, before / WIDTH);
                    var bytes = new ByteArrayOutputStream();
                    bytes.writeBytes(Arrays.copyOf(tile(place).nodes(), (int) (before % WIDTH) * Hash.BYTES));
                    nodes.put(place, bytes);
                }
            }
        }

        @Override
        public void subtree(int level, long index, Hash hash) {
            if (level == 0) {
                var tile = new Place(0, index / WIDTH);
                leaves.computeIfAbsent(tile, _ -> new ByteArrayOutputStream()).write(hash.bytes(), 0, START);
                nodes.computeIfAbsent(tile, _ -> new ByteArrayOutputStream());
            } else if (level == GROUP_HEIGHT) {
                add(new Place(0, index / (WIDTH / GROUP)), hash);
            } else if (level % HEIGHT == 0) {
                add(new Place(level / HEIGHT, index / WIDTH), hash);
            }
        }

        private void add(Place place, Hash hash) {
            nodes.computeIfAbsent(place, _ -> new ByteArrayOutputStream()).writeBytes(hash.bytes());
        }

        void write() {
            var batch = new ArrayList<Object[]>();
            nodes.forEach((place, bytes) -> batch.add(new Object[] {
                place.level(),
                place.no(),
                bytes.toByteArray(),
                leaves.getOrDefault(place, new ByteArrayOutputStream()).toByteArray()
            }));
            jdbc.batchUpdate("""
                    insert into read_model.tree_tile (level, no, nodes, leaves) values (?, ?, ?, ?)
                    on conflict (level, no) do update set nodes = excluded.nodes, leaves = excluded.leaves
                    """, batch);
        }
    }
}
