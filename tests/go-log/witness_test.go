package golog

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
)

// A cosignature of C2SP `tlog-cosignature`, Ed25519: what Go's package leaves to its callers.
const cosignature = 0x04

func cosignatureID(name string, key ed25519.PublicKey) uint32 {
	hash := sha256.Sum256(append([]byte(name+"\n"), append([]byte{cosignature}, key...)...))
	return binary.BigEndian.Uint32(hash[:])
}

func cosigned(text []byte, at uint64) []byte {
	return append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", at)), text...)
}

// witness checks the cosignatures of one witness.
type witness struct {
	name string
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return cosignatureID(w.name, w.key) }
func (w witness) Verify(text, signature []byte) bool {
	return len(signature) == 72 &&
		ed25519.Verify(w.key, cosigned(text, binary.BigEndian.Uint64(signature)), signature[8:])
}

func readWitness(t *testing.T, text string) witness {
	t.Helper()
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 {
		t.Fatalf("no key: %q", text)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != cosignature {
		t.Fatalf("no key of a witness: %q", text)
	}
	w := witness{parts[0], key[1:]}
	if fmt.Sprintf("%08x", w.KeyHash()) != parts[1] {
		t.Fatalf("the hash of the key is wrong: %q", text)
	}
	return w
}

// goWitness is a witness that is no Khéo.
type goWitness struct {
	name string
	key  ed25519.PrivateKey
	at   uint64
}

func (w goWitness) public() ed25519.PublicKey { return w.key.Public().(ed25519.PublicKey) }
func (w goWitness) Name() string              { return w.name }
func (w goWitness) KeyHash() uint32           { return cosignatureID(w.name, w.public()) }
func (w goWitness) Sign(text []byte) ([]byte, error) {
	var at [8]byte
	binary.BigEndian.PutUint64(at[:], w.at)
	return append(at[:], ed25519.Sign(w.key, cosigned(text, w.at))...), nil
}
func (w goWitness) verifierKey() string {
	key := append([]byte{cosignature}, w.public()...)
	return fmt.Sprintf("%s+%08x+%s", w.name, w.KeyHash(), base64.StdEncoding.EncodeToString(key))
}

func TestWitnessesOfBothMakesCosign(t *testing.T) {
	city, ours := city(t), t.TempDir()
	theirs := goWitness{"go.example/witness", ed25519.NewKeyFromSeed(bytes.Repeat([]byte{5}, 32)), 1467248400}
	s := serve(t, "serve", "--data", city, "--listen", "127.0.0.1:0", "--witness", theirs.verifierKey())
	look := func(s *server) (string, int) {
		return run(t, "--lang", "en", "ledger", "witness", "--data", ours, "--name", "kheo.example/witness",
			"--log", "http://"+s.address+"/log", "--key", strings.TrimSpace(string(s.must("/log/vkey"))))
	}
	said, code := look(s)
	if code != 3 || !strings.Contains(said, "does not know this witness") {
		t.Fatalf("%d: %s", code, said)
	}
	var known witness
	for _, word := range strings.Fields(said) {
		if strings.HasPrefix(word, "kheo.example/witness+") {
			known = readWitness(t, word)
		}
	}
	s.stop()
	key := fmt.Sprintf("%s+%08x+%s", known.name, known.KeyHash(),
		base64.StdEncoding.EncodeToString(append([]byte{cosignature}, known.key...)))
	s = serve(t, "serve", "--data", city, "--listen", "127.0.0.1:0", "--witness", key, "--witness", theirs.verifierKey())
	if said, code := look(s); code != 0 {
		t.Fatalf("%d: %s", code, said)
	}
	log := s.verifier()
	opened, err := note.Open(s.must("/log/checkpoint"), note.VerifierList(log))
	if err != nil {
		t.Fatal(err)
	}
	signed, err := note.Sign(opened, theirs)
	if err != nil {
		t.Fatal(err)
	}
	status, body := s.post("/log/cosignature", "text/plain", nil, string(signed))
	if status != 204 {
		t.Fatalf("status %d: %s", status, body)
	}
	all := note.VerifierList(log, known, witness{theirs.name, theirs.public()})
	opened, err = note.Open(s.must("/log/checkpoint"), all)
	if err != nil {
		t.Fatal(err)
	}
	if len(opened.Sigs) != 3 || len(opened.UnverifiedSigs) != 0 {
		t.Fatalf("signatures: %v, %v", opened.Sigs, opened.UnverifiedSigs)
	}
	// A cosignature that somebody changed spoils the checkpoint, and is not taken in.
	for _, signature := range opened.Sigs[1:] {
		raw, err := base64.StdEncoding.DecodeString(signature.Base64)
		if err != nil {
			t.Fatal(err)
		}
		raw[11] ^= 1
		coded := base64.StdEncoding.EncodeToString(raw)
		forged := bytes.Replace(s.must("/log/checkpoint"), []byte(signature.Base64), []byte(coded), 1)
		if _, err := note.Open(forged, all); err == nil {
			t.Fatalf("the time at which %s signed can be changed", signature.Name)
		}
		if status, _ := s.post("/log/cosignature", "text/plain", nil, string(forged)); status != 403 {
			t.Fatalf("a forged cosignature of %s: status %d", signature.Name, status)
		}
	}
}
