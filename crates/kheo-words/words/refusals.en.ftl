### Words of this area.
