package golog

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"sort"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
)

// A proof as C2SP `tlog-proof` writes it.
type proof struct {
	extra      []byte
	index      int64
	beside     tlog.RecordProof
	checkpoint string
}

func readProof(t *testing.T, text string) proof {
	t.Helper()
	parts := strings.SplitN(text, "\n\n", 2)
	if len(parts) != 2 {
		t.Fatalf("no proof: %s", text)
	}
	lines := strings.Split(parts[0], "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		t.Fatalf("no proof: %s", text)
	}
	read := proof{checkpoint: parts[1]}
	var err error
	if read.extra, err = base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra ")); err != nil {
		t.Fatal(err)
	}
	if read.index, err = strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64); err != nil {
		t.Fatal(err)
	}
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			t.Fatal(err)
		}
		read.beside = append(read.beside, hash)
	}
	return read
}

// What a receipt of Khéo tells of its entry, in the form 1.
type evidence struct {
	Form        int
	Seq         uint64
	RecordedAt  string `json:"recorded_at"`
	EffectiveOn string `json:"effective_on"`
	Actor       string
	Unit        string
	Subject     string
	Kind        string
	Version     uint64
	Payload     string
	Salt        string
	Private     map[string]field
}

// A field of the part that can be erased: told with its salt, or only its commitment.
type field struct {
	Value      string
	Salt       string
	Commitment string
}

func readEvidence(t *testing.T, extra []byte) evidence {
	t.Helper()
	var read evidence
	decoder := json.NewDecoder(bytes.NewReader(extra))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&read); err != nil {
		t.Fatal(err)
	}
	if read.Form != 1 || len(read.Private) == 0 {
		t.Fatalf("not the evidence that this test knows: %s", extra)
	}
	return read
}

// committed is SHA-256 over all parts, each after its length.
func committed(parts ...[]byte) []byte {
	hash := sha256.New()
	for _, part := range parts {
		binary.Write(hash, binary.BigEndian, uint64(len(part)))
		hash.Write(part)
	}
	return hash.Sum(nil)
}

func number(n uint64) []byte {
	var bytes [8]byte
	binary.BigEndian.PutUint64(bytes[:], n)
	return bytes[:]
}

// commitment computes the leaf of the log from what the receipt tells.
func (e evidence) commitment(t *testing.T) []byte {
	t.Helper()
	unhex := func(text string) []byte {
		bytes, err := hex.DecodeString(text)
		if err != nil || len(bytes) != 32 {
			t.Fatalf("%q: %v", text, err)
		}
		return bytes
	}
	var names []string
	for name := range e.Private {
		names = append(names, name)
	}
	sort.Strings(names)
	private := [][]byte{[]byte("kheo-private-2")}
	for _, name := range names {
		field := e.Private[name]
		of := field.Commitment
		if of == "" {
			of = hex.EncodeToString(committed([]byte("kheo-field-1"), unhex(field.Salt), []byte(name), []byte(field.Value)))
		}
		private = append(private, []byte(name), unhex(of))
	}
	return committed([]byte("kheo-entry-1"), unhex(e.Salt), number(e.Seq), []byte(e.RecordedAt), []byte(e.EffectiveOn),
		[]byte(e.Actor), []byte(e.Unit), []byte(e.Subject), []byte(e.Kind), number(e.Version), []byte(e.Payload),
		committed(private...))
}
