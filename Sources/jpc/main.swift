print("jpc")
